import { inject } from 'vitest';
import type { GraphStore } from '../../server/store/graph-store.ts';
import { openNeo4jStore } from '../../server/store/neo4j/neo4j-store.ts';
import { describeStoreContract, describeStoreUpkeep } from './store-contract.ts';
import { wipeNeo4j } from './wipe-neo4j.ts';

describeStoreContract('Neo4j', openEmptyNeo4j, 12);
describeStoreUpkeep('Neo4j', openEmptyNeo4j);

/** The one database of the tests, emptied. A Neo4j that is not there fails every test: none is ever skipped. */
async function openEmptyNeo4j(): Promise<GraphStore> {
  const address = inject('neo4j');
  if (!address) throw new Error('these tests need a Neo4j, and none was started for them');
  await wipeNeo4j(address);
  return openNeo4jStore(address);
}
