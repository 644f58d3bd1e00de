import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const program = join(root, 'dist', 'server', 'server', 'main.js');

/**
 * The program of the server as users have it. What it was compiled to starts several times as fast as its sources by a
 * loader, and tests start it a hundred times.
 */
export function serverProgram(): string {
  if (!existsSync(program)) throw new Error('The server is not built. Run this first: npm run build');
  return program;
}

/** Vitest runs this once before tests that start the server as a process of its own: it is built where it is not. */
export function setup(): void {
  const { status } = spawnSync(process.execPath, [join(root, 'build.mjs'), '--server'], {
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error('the server cannot be built');
}
