import neo4j, { type Driver, type ProfiledPlan, type Session } from 'neo4j-driver';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { generateGraph } from '../../bench/explorer/generate-graph.ts';
import { loadSeed } from '../../server/ingest/load-seed.ts';
import type { GraphStore } from '../../server/store/graph-store.ts';
import { joinStatements } from '../../server/store/neo4j/look-ups/share-statements.ts';
import { openNeo4jStore } from '../../server/store/neo4j/neo4j-store.ts';
import { type AskedGraph, askGraph } from '../api/graph/ask-graph.ts';
import { wipeNeo4j } from '../contract/wipe-neo4j.ts';
import { neo4jOfWorker } from '../support/neo4j/neo4j-of-worker.ts';
import { operations } from './operations.ts';

/*
 * PROFILE runs a statement and tells how many rows each of its steps brought. No step may bring many more than the
 * answer has records, and none may begin with all nodes.
 */

/** Rows of a step for each record of the answer, and those that it may have beside. */
const FACTOR = 12;
const BESIDE = 120;
/** Steps that look at all nodes or relationships of a label or type. */
const scans = /AllNodesScan|NodeByLabelScan|RelationshipTypeScan|UnionNodeByLabels/;

let driver: Driver;
let store: GraphStore;
let graph: AskedGraph;
let sent: { readonly text: string; readonly parameters: Record<string, unknown> }[] = [];
beforeAll(async () => {
  const address = neo4jOfWorker();
  const { uri, user, password } = address;
  driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  await wipeNeo4j(address);
  store = await openNeo4jStore({ uri, user, password });
  await loadSeed(store, generateGraph(1_500).text, 'bench.json', () => new Date('2026-02-03T04:05:06Z'));
  await driver.executeQuery('CALL db.prepareForReplanning()');
  graph = askGraph(store);
  const sessions: Session = Object.getPrototypeOf(driver.session());
  const run = sessions.run;
  vi.spyOn(sessions, 'run').mockImplementation(function (this: Session, text, parameters, settings) {
    if (typeof text === 'string') sent.push({ text, parameters: parameters ?? {} });
    return run.call(this, text, parameters, settings);
  });
});
afterAll(async () => {
  await wipeNeo4j(neo4jOfWorker());
  vi.restoreAllMocks();
  await graph.close();
  await store.close();
  await driver.close();
});

for (const { name, source, isAboutAll } of operations)
  test(`${name}: no step reads much more than is answered`, async () => {
    sent = [];
    const answer = JSON.stringify(await graph.ask(source));
    const statements = sent;
    expect(statements.length).toBeGreaterThan(0);
    const records = answer.match(/"(id|key|sequence|ordinal|what|name)":/g)?.length ?? 0;
    for (const { text, parameters } of statements) {
      const steps = await profile(text, parameters);
      if (isAboutAll) continue;
      expect(steps.filter(({ kind, rows }) => rows > 0 && scans.test(kind))).toEqual([]);
      const widest = steps.reduce((most, step) => (step.rows > most.rows ? step : most));
      expect(widest.rows, `${widest.kind} of ${text}`).toBeLessThanOrEqual(FACTOR * records + BESIDE);
    }
  });

test('a list that is asked for with others reads no more for each than by itself', async () => {
  sent = [];
  for (const { source, isAboutAll } of operations) if (!isAboutAll) await graph.ask(source);
  const lists = sent.filter(({ text }) => text.endsWith(' AS total'));
  expect(lists.length).toBeGreaterThan(10);
  for (const list of lists) {
    const alone = await profile(list.text, list.parameters);
    const { text, parameters } = joinStatements([list, list, list], ['page', 'total']);
    const together = await profile(text, { ...parameters });
    expect(together.filter(({ kind, rows }) => rows > 0 && scans.test(kind))).toEqual([]);
    const most = (steps: readonly Step[]) => Math.max(...steps.map(({ rows }) => rows));
    expect(most(together), text).toBeLessThanOrEqual(3 * most(alone) + BESIDE);
  }
});

interface Step {
  readonly kind: string;
  readonly rows: number;
}

async function profile(text: string, parameters: Record<string, unknown>): Promise<readonly Step[]> {
  const { summary } = await driver.executeQuery(`PROFILE ${text}`, parameters);
  return summary.profile ? stepsOf(summary.profile) : [];
}

function stepsOf({ operatorType, rows, children }: ProfiledPlan): readonly Step[] {
  return [{ kind: operatorType, rows }, ...children.flatMap(stepsOf)];
}
