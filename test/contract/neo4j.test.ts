import { openEmptyNeo4j } from '../support/neo4j/neo4j-of-worker.ts';
import { describeStoreContract, describeStoreUpkeep } from './store-contract.ts';

describeStoreContract('Neo4j', openEmptyNeo4j, 12);
describeStoreUpkeep('Neo4j', openEmptyNeo4j);
