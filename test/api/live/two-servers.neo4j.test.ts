import { inject } from 'vitest';
import { openNeo4jStore } from '../../../server/store/neo4j/neo4j-store.ts';
import { wipeNeo4j } from '../../contract/wipe-neo4j.ts';
import { describeTwoServers } from './describe-two-servers.ts';

let isEmpty = false;

describeTwoServers(async () => {
  const address = inject('neo4j');
  if (!isEmpty) await wipeNeo4j(address);
  isEmpty = true;
  return openNeo4jStore(address);
});
