import { Readable } from 'node:stream';
import neo4j from 'neo4j-driver';
import { expect, test } from 'vitest';
import { exportGraph, hashGraph } from '../../server/jobs/export-graph.ts';
import { readExport } from '../../server/jobs/read-export.ts';
import { openNeo4jStore } from '../../server/store/neo4j/neo4j-store.ts';
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import { neo4jOfWorker } from '../support/neo4j/neo4j-of-worker.ts';
import { makeChange, smallWorld } from '../support/small-world.ts';
import { wipeNeo4j } from './wipe-neo4j.ts';

const address = neo4jOfWorker();

test('an export holds a relationship that has lost its evidence, and restores it', async () => {
  await wipeNeo4j(address);
  const store = await openNeo4jStore(address);
  await store.write(makeChange(smallWorld));
  const driver = neo4j.driver(address.uri, neo4j.auth.basic(address.user, address.password));
  await driver.executeQuery('MATCH (e:_Evidence) WHERE e.of STARTS WITH "relationship/" DELETE e');
  const lines: string[] = [];
  for await (const line of exportGraph(store, {})) lines.push(line);
  const damaged = await hashGraph(store);
  expect(lines.filter((line) => line.startsWith('{"record"'))).toHaveLength(
    smallWorld.nodes.length + smallWorld.relationships.length,
  );
  const other = await openSqliteStore({ folder: ':memory:' });
  await other.upkeep.restore(readExport(Readable.from(lines)));
  expect(await hashGraph(other)).toBe(damaged);
  await wipeNeo4j(address);
  const again = await openNeo4jStore(address);
  await again.upkeep.restore(readExport(Readable.from(lines)));
  expect(await hashGraph(again)).toBe(damaged);
  await Promise.all([store.close(), other.close(), again.close(), driver.close()]);
});
