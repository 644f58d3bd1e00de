import { inject } from 'vitest';
import { openNeo4jStore } from '../../../server/store/neo4j/neo4j-store.ts';
import { wipeNeo4j } from '../../contract/wipe-neo4j.ts';
import { describeLargeReversals } from './describe-large-reversals.ts';
import { describeLinkQuote } from './describe-link-quote.ts';
import { describeMergeValues } from './describe-merge-values.ts';
import { describeMergedIds } from './describe-merged-ids.ts';
import { describeMutations } from './describe-mutations.ts';
import { describeReversals } from './describe-reversals.ts';
import { describeSeen } from './describe-seen.ts';

describeLinkQuote('Neo4j', openEmptyNeo4j);
describeMutations('Neo4j', openEmptyNeo4j);
describeReversals('Neo4j', openEmptyNeo4j);
describeLargeReversals('Neo4j', openEmptyNeo4j);
describeMergedIds('Neo4j', openEmptyNeo4j);
describeMergeValues('Neo4j', openEmptyNeo4j);
describeSeen('Neo4j', openEmptyNeo4j);

/** The one database of the tests, emptied. A Neo4j that is not there fails every test: none is ever skipped. */
async function openEmptyNeo4j() {
  const address = inject('neo4j');
  if (!address) throw new Error('these tests need a Neo4j, and none was started for them');
  await wipeNeo4j(address);
  return openNeo4jStore(address);
}
