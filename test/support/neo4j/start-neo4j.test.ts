import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import neo4j from 'neo4j-driver';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type OwnNeo4j, startNeo4j, startOwnNeo4j } from './start-neo4j.ts';

const START = { timeout: 150_000 };

// With NEO4J_TEST_URI no server is started, and no Java need be there: then these have nothing to test.
describe.skipIf(process.env.NEO4J_TEST_URI)('a Neo4j that we start', () => {
  const atEnd: (() => unknown)[] = [];
  afterEach(async () => {
    for (const end of atEnd.splice(0)) await end();
  });

  test(
    'answers on bolt:// and neo4j://, refuses a wrong password, and leaves nothing behind',
    START,
    async () => {
      const server = await startOwnNeo4j();
      atEnd.push(server.stop);

      expect(server.uri).toMatch(/^bolt:\/\/127\.0\.0\.1:\d+$/);
      expect(await ask(server.uri, server.password)).toBe('5.26.26');
      expect(await ask(server.uri.replace('bolt://', 'neo4j://'), server.password)).toBe('5.26.26');
      await expect(ask(server.uri, 'not the password')).rejects.toMatchObject({
        code: 'Neo.ClientError.Security.Unauthorized',
      });
      expect(isRunning(server.pid)).toBe(true);
      expect(existsSync(server.folder)).toBe(true);

      await server.stop();
      expect(isRunning(server.pid)).toBe(false);
      expect(existsSync(server.folder)).toBe(false);
      await server.stop();
    },
  );

  test('dies with its parent, even when that is killed without warning', START, async () => {
    const { parent, server } = await startInAnotherProcess();
    atEnd.push(() => parent.kill('SIGKILL'));
    expect(isRunning(server.pid)).toBe(true);

    parent.kill('SIGKILL');
    await expect.poll(() => isRunning(server.pid), { timeout: 30_000 }).toBe(false);
    expect(existsSync(server.folder)).toBe(false);
  });
});

describe('a Neo4j that NEO4J_TEST_URI names', () => {
  afterEach(() => vi.unstubAllEnvs());

  test('fails the run when it does not answer, saying which it is', async () => {
    vi.stubEnv('NEO4J_TEST_URI', 'bolt://127.0.0.1:1');
    vi.stubEnv('NEO4J_TEST_PASSWORD', 'any');
    await expect(startNeo4j()).rejects.toThrow('NEO4J_TEST_URI names, bolt://127.0.0.1:1, cannot be used');
  });
});

async function ask(uri: string, password: string): Promise<string> {
  const driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', password));
  try {
    const { records } = await driver.executeQuery(
      'CALL dbms.components() YIELD versions RETURN versions[0] AS v',
    );
    return String(records[0]?.get('v'));
  } finally {
    await driver.close();
  }
}

async function startInAnotherProcess() {
  const module = JSON.stringify(new URL('./start-neo4j.ts', import.meta.url).href);
  const program = `
    import { startOwnNeo4j } from ${module};
    const { pid, folder } = await startOwnNeo4j();
    console.log(JSON.stringify({ pid, folder }));`;
  const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: parent.stdout })) {
    return { parent, server: JSON.parse(line) as Pick<OwnNeo4j, 'pid' | 'folder'> };
  }
  throw new Error('The other process ended without starting a Neo4j.');
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // An orphan that has ended keeps its id until the first process of the machine takes note, which in a
  // container may be never.
  const status = `/proc/${pid}/stat`;
  return !existsSync(status) || !/\) [ZX] /.test(readFileSync(status, 'utf8'));
}
