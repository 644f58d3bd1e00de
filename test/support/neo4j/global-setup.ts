import type { TestProject } from 'vitest/node';
import { type Neo4jAddress, startNeo4j } from './start-neo4j.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    neo4j: Neo4jAddress;
    /** The process of that Neo4j, where it is ours; null where it is somebody else's. */
    neo4jPid: number | null;
  }
}

/** Vitest runs this once before all tests: they share one Neo4j, at the address that `inject('neo4j')` gives. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startNeo4j();
  const { uri, user, password } = server;
  project.provide('neo4j', { uri, user, password });
  project.provide('neo4jPid', server.pid ?? null);
  return server.stop;
}
