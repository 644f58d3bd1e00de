import { openEmptyNeo4j } from '../../support/neo4j/neo4j-of-worker.ts';
import { describeLinkQuote } from './describe-link-quote.ts';
import { describeMergeValues } from './describe-merge-values.ts';
import { describeMergedIds } from './describe-merged-ids.ts';
import { describeMutations } from './describe-mutations.ts';
import { describeSeen } from './describe-seen.ts';

describeLinkQuote('Neo4j', openEmptyNeo4j);
describeMutations('Neo4j', openEmptyNeo4j);
describeMergedIds('Neo4j', openEmptyNeo4j);
describeMergeValues('Neo4j', openEmptyNeo4j);
describeSeen('Neo4j', openEmptyNeo4j);
