import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

let built = false;

/**
 * Compiles the servers of benches, once, as `npm run build` compiles the product, so that nothing is measured that a loader
 * adds to a source; answers the program of each by its path in `bench/`.
 */
export function buildServers(): (path: string) => readonly string[] {
  const programOf = (path: string) => [join(root, '.cache', 'bench-servers', 'bench', `${path}.js`)];
  if (built) return programOf;
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status } = spawnSync(process.execPath, [compiler, '-p', import.meta.dirname], {
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error('the servers of the bench cannot be compiled');
  built = true;
  return programOf;
}
