// Completes package-lock.json after `npm install` on a registry that lacks the builds of some packages for other
// platforms: npm leaves those out of the lock file there, and `npm ci` then refuses it everywhere. Each missing
// entry is written as npm would write it, without a checksum: its version is the exact one that its package names,
// its platform is told by its name, and npm fetches it on that platform alone.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const systems = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'openharmony',
  'win32',
  'netbsd',
  'openbsd',
  'sunos',
  'aix',
];
const processors = [
  'arm64',
  'arm',
  'ia32',
  'x64',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'loong64',
  'mips64el',
];
let added = 0;

for (const [path, entry] of Object.entries({ ...lock.packages })) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const place = `node_modules/${name}`;
    if (path === '' || lock.packages[place] || lock.packages[`${path}/${place}`]) continue;
    const parts = name.split('/').at(-1).split('-');
    const os = systems.filter((system) => parts.includes(system));
    const cpu = processors.filter((processor) => parts.includes(processor));
    if (os.length === 0 && cpu.length === 0) throw new Error(`${name}: its name tells no platform`);
    lock.packages[place] = {
      version,
      cpu: cpu.length > 0 ? cpu : undefined,
      dev: entry.dev,
      libc: parts.includes('musl') ? ['musl'] : parts.includes('gnu') ? ['glibc'] : undefined,
      optional: true,
      os: os.length > 0 ? os : undefined,
    };
    added += 1;
  }
}
const byPath = ([a], [b]) => (a < b ? -1 : 1);
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(byPath));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
process.stderr.write(`${added} entries for other platforms were added.\n`);
