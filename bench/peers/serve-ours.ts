/** Serves Oversight on the Neo4j of the bench as `oversight serve` does, without limits of rates. Prints its port. */
import { openNeo4jStore } from '../../server/store/neo4j/neo4j-store.ts';
import { serveApp } from './serve-app.ts';

const { NEO4J_URI = '', NEO4J_USER = '', NEO4J_PASSWORD = '' } = process.env;
const store = await openNeo4jStore({ uri: NEO4J_URI, user: NEO4J_USER, password: NEO4J_PASSWORD });
serveApp(store);
