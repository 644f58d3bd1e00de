import type { TestProject } from 'vitest/node';
import { neo4jServers } from './count-servers.ts';
import { type Neo4jAddress, startNeo4j } from './start-neo4j.ts';

/** A Neo4j as tests are told of it. */
export interface ServedNeo4j extends Neo4jAddress {
  /** Its process, where it is ours; null where it is somebody else's. */
  readonly pid: number | null;
}

declare module 'vitest' {
  export interface ProvidedContext {
    neo4j: readonly ServedNeo4j[];
  }
}

/** Vitest runs this once before all tests: each worker has one of these for itself, see `neo4jOfWorker`. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const started = await Promise.allSettled(Array.from({ length: neo4jServers }, () => startNeo4j()));
  const servers = started.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  const stop = async () => {
    await Promise.all(servers.map((server) => server.stop()));
  };
  for (const outcome of started) {
    if (outcome.status === 'fulfilled') continue;
    await stop();
    throw outcome.reason;
  }
  project.provide(
    'neo4j',
    servers.map(({ uri, user, password, pid }) => ({ uri, user, password, pid: pid ?? null })),
  );
  return stop;
}
