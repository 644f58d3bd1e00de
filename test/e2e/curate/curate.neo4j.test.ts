import { createToken } from '../../../server/access/tokens/create-token.ts';
import { openNeo4jStore } from '../../../server/store/neo4j/neo4j-store.ts';
import { wipeNeo4j } from '../../contract/wipe-neo4j.ts';
import { neo4jOfWorker } from '../../support/neo4j/neo4j-of-worker.ts';
import { serveOversight } from '../serve-oversight.ts';
import { describeLinking } from './describe-linking.ts';

describeLinking('Neo4j', async () => {
  const address = neo4jOfWorker();
  await wipeNeo4j(address);
  const store = await openNeo4jStore(address);
  const created = await createToken(
    store.tokens,
    { name: 'Ada Curator', role: 'curator', expiresAt: null },
    new Date(),
  );
  await store.close();
  if (created.kind === 'refused') throw new Error(created.message);
  const { uri, user, password } = address;
  const served = await serveOversight({ NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password });
  return { served, token: created.text };
});
