import { openEmptyNeo4j } from '../support/neo4j/neo4j-of-worker.ts';
import { describeFacts } from './describe-facts.ts';
import { describeRules } from './describe-rules.ts';

describeFacts('the facts of Cafcass in Neo4j', openEmptyNeo4j);
describeRules('the graph of Cafcass in Neo4j', openEmptyNeo4j);
