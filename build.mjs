// Builds what `npm start` serves, if it is not built yet: the server by tsc, the explorer and the playground by
// Vite. A stamp of all sources tells, so that a warm start runs no build. With `--serve` the server is started
// afterwards in this same process, so that signals reach it and nothing stands between it and the terminal.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const stampFile = join(root, 'dist', 'stamp');
const sources = [
  'schema',
  'server',
  'client',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.server.json',
  'vite.config.ts',
];

/** @param {string} path */
function filesBelow(path) {
  if (!existsSync(path)) return [];
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

function stampOfSources() {
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

const stamp = stampOfSources();
if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
  process.stderr.write('Building the server and the explorer (only when the sources have changed) …\n');
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  run('typescript/bin/tsc', ['-p', 'tsconfig.server.json']);
  run('vite/bin/vite.js', ['build', '--logLevel', 'warn']);
  writeFileSync(stampFile, stamp);
}
if (process.argv.includes('--serve')) {
  process.argv = process.argv.filter((argument) => argument !== '--serve');
  await import('./dist/server/server/main.js');
}
