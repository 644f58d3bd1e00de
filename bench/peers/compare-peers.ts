/**
 * Measures Oversight against its peers on one Neo4j and prints a page of Markdown. See `README.md`. With
 * NEO4J_BENCH_URI, NEO4J_BENCH_PASSWORD and NEO4J_BENCH_PID it uses a Neo4j that was loaded before.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openNeo4jStore } from '../../server/store/neo4j/neo4j-store.ts';
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import { type OwnNeo4j, startOwnNeo4j } from '../../test/support/neo4j/start-neo4j.ts';
import { collectMaterial, createPeerIndexes } from './collect-material.ts';
import { copyGraph, importSnapshots } from './load-graph.ts';
import { measureOverhead } from './measure-overhead.ts';
import { measureQuestion, type QuestionMeasured } from './measure-question.ts';
import { printPeers } from './print-peers.ts';
import { makeQuestions } from './questions.ts';
import { startServers } from './start-servers.ts';

const tell = (what: string): void => void process.stderr.write(`${what}\n`);
const only = process.argv.slice(2);

const neo4j = await findNeo4j();
try {
  await createPeerIndexes(neo4j);
  const questions = makeQuestions(await collectMaterial(neo4j)).filter(
    ({ name }) => only.length === 0 || only.includes(name),
  );
  const servers = await startServers(neo4j);
  try {
    const measured: QuestionMeasured[] = [];
    for (const question of questions)
      measured.push(await measureQuestion(question, servers, neo4j.pid, tell));
    process.stdout.write(printPeers(measured, await measureOverhead(), new Date()));
  } finally {
    await servers.stop();
  }
} finally {
  await neo4j.stop();
}

async function findNeo4j(): Promise<Pick<OwnNeo4j, 'uri' | 'user' | 'password' | 'pid' | 'stop'>> {
  const { NEO4J_BENCH_URI: uri, NEO4J_BENCH_PASSWORD: password = '', NEO4J_BENCH_PID: pid } = process.env;
  if (uri) return { uri, user: 'neo4j', password, pid: Number(pid), stop: async () => undefined };
  const own = await startOwnNeo4j(['-Xmx2g', '-XX:+UseParallelGC']);
  const folder = await mkdtemp(join(tmpdir(), 'oversight-peers-'));
  const embedded = await openSqliteStore({ folder });
  const store = await openNeo4jStore(own);
  try {
    await importSnapshots(embedded, tell);
    await copyGraph(embedded, store, tell);
  } finally {
    await store.close();
    await embedded.close();
    await rm(folder, { recursive: true, force: true });
  }
  return own;
}
