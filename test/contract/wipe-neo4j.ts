import neo4j from 'neo4j-driver';
import type { Neo4jAddress } from '../support/neo4j/start-neo4j.ts';

/** Removes every node of the database, ours or not, so that the next world begins empty; indexes stay. */
export async function wipeNeo4j({ uri, user, password }: Neo4jAddress): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  try {
    await driver.executeQuery('MATCH (n) DETACH DELETE n');
  } finally {
    await driver.close();
  }
}
