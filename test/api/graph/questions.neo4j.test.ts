import { openEmptyNeo4j } from '../../support/neo4j/neo4j-of-worker.ts';
import { describeLists } from './describe-lists.ts';
import { describeQuestions } from './describe-questions.ts';

describeQuestions('Neo4j', openEmptyNeo4j);
describeLists('Neo4j', openEmptyNeo4j);
