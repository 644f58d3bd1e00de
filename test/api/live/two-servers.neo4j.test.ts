import { openNeo4jStore } from '../../../server/store/neo4j/neo4j-store.ts';
import { wipeNeo4j } from '../../contract/wipe-neo4j.ts';
import { neo4jOfWorker } from '../../support/neo4j/neo4j-of-worker.ts';
import { describeTwoServers } from './describe-two-servers.ts';

let isEmpty = false;

describeTwoServers(async () => {
  const address = neo4jOfWorker();
  if (!isEmpty) await wipeNeo4j(address);
  isEmpty = true;
  return openNeo4jStore(address);
});
