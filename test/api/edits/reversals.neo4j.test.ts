import { openEmptyNeo4j } from '../../support/neo4j/neo4j-of-worker.ts';
import { describeLargeReversals } from './describe-large-reversals.ts';
import { describeReversals } from './describe-reversals.ts';

describeReversals('Neo4j', openEmptyNeo4j);
describeLargeReversals('Neo4j', openEmptyNeo4j);
