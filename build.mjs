// Builds what `npm start` serves, where it is not built yet: the server by tsc, the explorer and the playground by
// Vite. A stamp of the sources of each tells, so that a warm start runs no build. Types are checked by
// `npm run check:types`, not here. With `--server` the server alone is built, which is what tests of its process need;
// with `--serve` it is started afterwards in this same process, so that signals reach it and nothing stands between it
// and the terminal.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const parts = [
  {
    name: 'server',
    sources: ['schema', 'server', 'package-lock.json', 'tsconfig.json', 'tsconfig.server.json'],
    build: () => run('typescript/bin/tsc', ['-p', 'tsconfig.server.json', '--noCheck']),
  },
  {
    name: 'client',
    sources: ['schema', 'client', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'],
    build: () => run('vite/bin/vite.js', ['build', '--logLevel', 'warn']),
  },
];

/** @param {string} path */
function filesBelow(path) {
  if (!existsSync(path)) return [];
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** @param {readonly string[]} sources */
function stampOf(sources) {
  const hash = createHash('sha256');
  for (const source of sources) {
    const path = join(root, source);
    const files = source.includes('.') ? [path] : filesBelow(path).filter((file) => !file.includes('.test.'));
    for (const file of files.sort())
      hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} script @param {string[]} options */
function run(script, options) {
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', script), ...options], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) process.exit(status ?? 1);
}

const wanted = process.argv.includes('--server') ? parts.slice(0, 1) : parts;
for (const { name, sources, build } of wanted) {
  const stampFile = join(root, 'dist', `${name}.stamp`);
  const stamp = stampOf(sources);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) continue;
  process.stderr.write(`Building the ${name} (only when its sources have changed) …\n`);
  rmSync(stampFile, { force: true });
  rmSync(join(root, 'dist', name), { recursive: true, force: true });
  build();
  writeFileSync(stampFile, stamp);
}
if (process.argv.includes('--serve')) {
  process.argv = process.argv.filter((argument) => argument !== '--serve');
  await import('./dist/server/server/main.js');
}
