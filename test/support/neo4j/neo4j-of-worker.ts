import { inject } from 'vitest';
import type { GraphStore } from '../../../server/store/graph-store.ts';
import { openNeo4jStore } from '../../../server/store/neo4j/neo4j-store.ts';
import { wipeNeo4j } from '../../contract/wipe-neo4j.ts';
import type { ServedNeo4j } from './global-setup.ts';

/**
 * The Neo4j that the files of this worker have for themselves, one after the other. Throws where there is none: no test
 * is ever skipped for that.
 */
export function neo4jOfWorker(): ServedNeo4j {
  const servers = inject('neo4j');
  const mine = servers?.[(Number(process.env.VITEST_POOL_ID) - 1) % servers.length];
  if (!mine) throw new Error('these tests need a Neo4j, and none was started for them');
  return mine;
}

/** Planning a long statement for the first time may take long beside other work. */
const TRANSACTION_TIMEOUT = 300_000;

/** A store on it, after everything was removed. */
export async function openEmptyNeo4j(): Promise<GraphStore> {
  const address = neo4jOfWorker();
  await wipeNeo4j(address);
  return openNeo4jStore({ ...address, transactionTimeout: TRANSACTION_TIMEOUT });
}
