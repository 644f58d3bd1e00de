import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StoreRefused } from '../graph-store.ts';
import { openSqliteStore } from './sqlite-store.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oversight-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Another process that opens the folder as a server and then waits; answers once it is open. */
async function startServer(): Promise<ChildProcess> {
  const store = new URL('./sqlite-store.ts', import.meta.url).href;
  const program = `
    import { openSqliteStore } from ${JSON.stringify(store)};
    await openSqliteStore({ folder: process.argv[1], role: 'server' });
    console.log('open');
    setInterval(() => {}, 1000);`;
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', program, folder],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await once(child.stdout, 'data');
  return child;
}

test('a second server on the folder is refused, a command is not', async () => {
  const server = await openSqliteStore({ folder, role: 'server' });
  const second = openSqliteStore({ folder, role: 'server' });
  await expect(second).rejects.toThrow(StoreRefused);
  await expect(second).rejects.toThrow('another Oversight server');
  const command = await openSqliteStore({ folder });
  await command.ping();
  await command.close();
  await server.close();
});

test('a lock file that cannot be opened is told with the setting, not with a stack', async () => {
  mkdirSync(join(folder, 'server.lock'));
  const opening = openSqliteStore({ folder, role: 'server' });
  await expect(opening).rejects.toThrow(StoreRefused);
  await expect(opening).rejects.toThrow('OVERSIGHT_DATA');
});

test('a server that was closed leaves the folder to the next', async () => {
  const first = await openSqliteStore({ folder, role: 'server' });
  await first.close();
  const next = await openSqliteStore({ folder, role: 'server' });
  await next.close();
});

test('a killed server leaves no lock behind', async () => {
  const child = await startServer();
  await expect(openSqliteStore({ folder, role: 'server' })).rejects.toThrow(StoreRefused);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const next = await openSqliteStore({ folder, role: 'server' });
  await next.close();
});
