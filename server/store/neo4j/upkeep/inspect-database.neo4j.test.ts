import neo4j from 'neo4j-driver';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { wipeNeo4j } from '../../../../test/contract/wipe-neo4j.ts';
import { neo4jOfWorker } from '../../../../test/support/neo4j/neo4j-of-worker.ts';
import { makeChange, smallWorld } from '../../../../test/support/small-world.ts';
import { checkGraph } from '../../../jobs/check-graph.ts';
import { verifyJournal } from '../../../jobs/verify-journal.ts';
import { openNeo4jStore } from '../neo4j-store.ts';

const address = neo4jOfWorker();
const driver = neo4j.driver(address.uri, neo4j.auth.basic(address.user, address.password));
beforeEach(() => wipeNeo4j(address));
afterAll(async () => {
  await wipeNeo4j(address);
  await driver.close();
});

test.each([
  ['MATCH (e:_Evidence) WHERE e.of STARTS WITH "relationship/" DELETE e', 'has no evidence'],
  ['MATCH ()-[r:JUDGED]->() DELETE r', 'supports a relationship that is not there'],
  [
    'MATCH (e:_Evidence) WHERE e.document IS NOT NULL SET e.document = "document/gone"',
    'a document that is not there',
  ],
  ['MATCH (s:_Statement) SET s.of = "person/gone"', 'is of what is not there'],
  ['MATCH (n:Entity {id: "person/ada"}) SET n.name_key = "x"', 'person/ada: name_key is not what'],
  ['MATCH (n:Entity {id: "person/ada"}) SET n.search_tokens = ":Person x"', 'search_tokens is not what'],
  ['MATCH (n:Entity {id: "person/ada"}) SET n:Region', 'has the labels'],
  ['MATCH ()-[r:JUDGED]->() SET r.isDisputed = NOT r.isDisputed', 'isDisputed is not what'],
  [
    'MATCH (e:_JournalEntry) MATCH (n:Entity {id: "person/ada"}) CREATE (e)-[:OF]->(n)',
    'which they must not',
  ],
  ['MATCH (b:_JournalBlock) SET b.sequence = 7', 'belong to no entry'],
  ['MATCH (b:_JournalBlock) SET b.body = null', 'cannot be read'],
  ['MATCH (i:_JournalItem {ordinal: 0}) SET i.sequence = 7', '1 cannot be found by their record'],
  ['MATCH (i:_JournalItem {ordinal: 0}) SET i.removed = true', '1 cannot be found by their record'],
  [
    'CREATE (:_JournalItem {record: "person/eve", sequence: 1, ordinal: 0})',
    '1 items are said to be where they are not',
  ],
])('%s is found', async (text, says) => {
  const store = await openNeo4jStore(address);
  await store.write(makeChange(smallWorld));
  await driver.executeQuery(text);
  const { faults } = await checkGraph(store);
  await store.close();
  expect(faults.join('\n')).toMatch(new RegExp(says));
});

test.each(['at', 'author', 'authorHash', 'reasonSalt', 'items', 'itemsHash', 'hash'])(
  'an altered %s of an entry is found by verifying',
  async (property) => {
    const store = await openNeo4jStore(address);
    await store.write(makeChange(smallWorld));
    await driver.executeQuery(`MATCH (j:_JournalEntry) SET j.${property} = j.${property} + 1`);
    expect((await verifyJournal(store)).faultCount).toBeGreaterThan(0);
    await store.close();
  },
);
