import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateGraph } from '../../bench/explorer/generate-graph.ts';
import { loadSeed } from '../../server/ingest/load-seed.ts';
import type { GraphStore } from '../../server/store/graph-store.ts';
import type { Connection } from '../../server/store/sqlite/connection.ts';
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import { type AskedGraph, askGraph } from '../api/graph/ask-graph.ts';
import { operations } from './operations.ts';

/*
 * EXPLAIN QUERY PLAN tells of each statement how SQLite finds its rows. A graph in memory answers every question on one
 * connection, so that each statement passes here.
 */

let store: GraphStore;
let graph: AskedGraph;
/** The plan of each statement that was sent since it was emptied, a line a step. */
let lines: string[] = [];
const keepPlan = (connection: Connection, sql: string) => {
  if (/^\s*(SELECT|WITH)/.test(sql))
    lines.push(...connection.all(`EXPLAIN QUERY PLAN ${sql}`, []).map(({ detail }) => String(detail)));
};
beforeAll(async () => {
  store = await openSqliteStore({
    folder: ':memory:',
    wrap: (connection) => ({
      ...connection,
      all: (sql, values) => {
        keepPlan(connection, sql);
        return connection.all(sql, values);
      },
    }),
  });
  await loadSeed(store, generateGraph(1_500).text, 'bench.json', () => new Date('2026-02-03T04:05:06Z'));
  graph = askGraph(store);
});
afterAll(async () => {
  await graph.close();
  await store.close();
});

for (const { name, source, isAboutAll } of operations)
  test(`${name}: every table is entered by an index`, async () => {
    lines = [];
    await graph.ask(source);
    expect(lines.length).toBeGreaterThan(0);
    const scanned = lines.filter(isScan);
    if (isAboutAll) expect(scanned.filter((line) => !line.includes('INDEX'))).toEqual([]);
    else expect(scanned).toEqual([]);
  });

test('a page of a list is not sorted, but walked in its order', async () => {
  const walked = [
    '{ people(first: 7) { nodes { id } } }',
    '{ people(last: 7) { nodes { id } } }',
    '{ judgements(first: 7, orderBy: [{ field: DATE }]) { nodes { id } } }',
  ];
  for (const source of walked) {
    lines = [];
    await graph.ask(source);
    expect(lines.length).toBeGreaterThan(0);
    // The outer sort puts the page alone in order, after it was cut.
    expect(lines.filter((line) => line.includes('TEMP B-TREE')).length).toBeLessThanOrEqual(1);
  }
});

test('a page behind a cursor enters the index of its order at the cursor', async () => {
  const page = (after: string | null) =>
    graph.ask(
      `query ($after: String) { inspections(first: 7, after: $after, orderBy: [{ field: DATE, direction: DESC }]) {
        nodes { id } pageInfo { endCursor } } }`,
      { after },
    );
  const first = await page(null);
  lines = [];
  await page(first.inspections.pageInfo.endCursor);
  const searched = lines.filter((line) => line.startsWith('SEARCH n ') && line.includes('type=?'));
  expect(searched).toHaveLength(2);
  // From the cursor on, and then those without a date.
  expect(searched[0]).toMatch(/date_earliest<\?|date_latest<\?/);
  expect(searched[1]).toMatch(/date_(earliest|latest)=\?/);
});

/** Rows of a table that are looked at one after the other; lists of values and what was found are no tables. */
function isScan(line: string): boolean {
  if (!line.startsWith('SCAN ') || line.includes('VIRTUAL TABLE')) return false;
  return /^SCAN (n|m|r|e|s|i|j|node|relationship|evidence|statement|journal_entry|journal_item|mark|word)\b/.test(
    line,
  );
}
