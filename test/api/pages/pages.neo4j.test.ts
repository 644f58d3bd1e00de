import { afterAll, beforeAll, expect, test } from 'vitest';
import type { NodeId } from '../../../schema/ids.ts';
import { pageSubjectOf } from '../../../server/pages/page-path.ts';
import { readPage } from '../../../server/pages/read-page.ts';
import { renderPage } from '../../../server/pages/render-page.ts';
import type { GraphStore } from '../../../server/store/graph-store.ts';
import { loadCafcass } from '../../facts/loaded-graph.ts';
import { openEmptyNeo4j } from '../../support/neo4j/neo4j-of-worker.ts';
import { openEmptySqlite } from '../graph/open-empty-sqlite.ts';

let sqlite: GraphStore;
let neo4j: GraphStore;
beforeAll(async () => {
  [sqlite, neo4j] = [await openEmptySqlite(), await openEmptyNeo4j()];
  for (const store of [sqlite, neo4j]) await loadCafcass(store);
});
afterAll(async () => {
  await sqlite.close();
  await neo4j.close();
});

async function pageOf(store: GraphStore, id: NodeId): Promise<string | null> {
  const subject = pageSubjectOf(`/${id}`);
  const tree = subject && (await readPage(store, subject));
  return tree ? renderPage(tree, { origin: 'https://oversight.example', style: null }) : null;
}

test('every page of the first graph is the same text from both stores, and a few statements on Neo4j', async () => {
  const ids = await sqlite.nodeIds({ types: null, after: null, limit: 1_000 });
  expect(ids.length).toBe(149);
  for (const id of ids) {
    const before = neo4j.statementCount();
    const page = await pageOf(neo4j, id);
    expect(neo4j.statementCount() - before).toBeLessThanOrEqual(6);
    expect(page).toBe(await pageOf(sqlite, id));
  }
});
