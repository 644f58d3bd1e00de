import neo4j from 'neo4j-driver';
import { expect, test } from 'vitest';
import { StoreUnavailable } from '../graph-store.ts';
import { openConnection, retryRead } from './connection.ts';

const passing = (): Error =>
  new neo4j.Neo4jError('deadlock', 'Neo.TransientError.Transaction.DeadlockDetected', '', '');
const lasting = (): Error => new neo4j.Neo4jError('syntax', 'Neo.ClientError.Statement.SyntaxError', '', '');

/** Fails so many times, then answers how often it was asked. */
function failing(times: number, problem: () => Error): () => Promise<number> {
  let calls = 0;
  return async () => {
    calls++;
    if (calls <= times) throw problem();
    return calls;
  };
}

test('a read that fails in passing is tried again', async () => {
  expect(await retryRead(failing(2, passing))).toBe(3);
});

test('a read is not tried for ever', async () => {
  const read = failing(100, passing);
  await expect(retryRead(read)).rejects.toThrow('deadlock');
  expect(await read().catch(() => 'failed')).toBe('failed');
  await expect(retryRead(failing(3, passing))).resolves.toBe(4);
  await expect(retryRead(failing(4, passing))).rejects.toThrow('deadlock');
});

test('a read that fails for good is not tried again', async () => {
  await expect(retryRead(failing(1, lasting))).rejects.toThrow('syntax');
});

test('a read that was given up is not tried again', async () => {
  const signal = AbortSignal.abort(new Error('given up'));
  await expect(retryRead(failing(1, passing), signal)).rejects.toThrow();
});

test('an address that is none of a Neo4j names the setting', () => {
  const open = () => openConnection({ uri: 'http://127.0.0.1:7687', user: 'neo4j', password: 'secret' });
  expect(open).toThrow(StoreUnavailable);
  expect(open).toThrow('NEO4J_URI');
});

test('the place names the database and no secret', async () => {
  const settings = { user: 'neo4j', password: 'secret', database: 'cafcass' };
  const connection = openConnection({ uri: 'neo4j://example.org:7687', ...settings });
  expect(connection.place).toBe('neo4j://example.org:7687/cafcass');
  await connection.close();
});

test('a server that is not there is unavailable', async () => {
  // Port 1 of this machine refuses connections at once.
  const connection = openConnection({ uri: 'bolt://127.0.0.1:1', user: 'neo4j', password: 'secret' });
  await expect(connection.read({ text: 'RETURN 1 AS one', parameters: {} })).rejects.toThrow(
    StoreUnavailable,
  );
  await connection.close();
});
