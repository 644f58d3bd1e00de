import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeChange, makeEvidence, makeNode, makeRelationship } from '../../../test/support/small-world.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import { openSqliteStore } from '../../store/sqlite/sqlite-store.ts';
import { type ReversalRequest, runReversal } from './run-reversal.ts';

const BODIES = 300;

let folder = '';
let store: GraphStore;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'oversight-'));
  store = await openSqliteStore({ folder });
  const report = makeNode('document/report', 'Document', { name: 'Report' });
  const ada = makeNode('person/ada', 'Person', { name: 'Ada' });
  const bodies = Array.from({ length: BODIES }, (_, at) =>
    makeNode(`organisation/n${at}`, 'Organisation', { name: `Body ${at}` }),
  );
  await store.write(makeChange({ nodes: [report, ada, ...bodies] }));
  const posts = bodies.map(({ id }) => makeRelationship('HOLDS_POST', ada.id, id));
  await store.write(
    makeChange({ relationships: posts, evidence: posts.map(({ id }) => makeEvidence(id, report.id)) }),
  );
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

type Asked = 'records looked up' | 'pieces of evidence' | 'records put';

/** Takes the change back, and answers how much it asks of the store in one turn of the event loop, at most. */
async function mostInOneTurn(more: Partial<ReversalRequest>) {
  const [since, most] = [new Map<Asked, number>(), new Map<Asked, number>()];
  const count = (what: Asked, how: number) => {
    since.set(what, (since.get(what) ?? 0) + how);
    most.set(what, Math.max(most.get(what) ?? 0, since.get(what) ?? 0));
  };
  const watched: GraphStore = {
    ...store,
    changesSince: (question) => {
      count('records looked up', question.records.length);
      return store.changesSince(question);
    },
    read: (plan, options) => {
      if (plan.kind === 'supports') count('pieces of evidence', plan.page.limit);
      return store.read(plan, options);
    },
    writeInParts: (about, work) =>
      store.writeInParts(about, (parts) =>
        work({
          ...parts,
          put: (part) => {
            count('records put', part.put.nodes.length + part.put.relationships.length + part.remove.length);
            return parts.put(part);
          },
        }),
      ),
  };
  let isOver = false;
  const turn = () => {
    since.clear();
    if (!isOver) setImmediate(turn);
  };
  turn();
  const { signal } = new AbortController();
  const end = await runReversal(
    watched,
    () => new Date(0),
    { ...request, ...more },
    { signal, tell: () => {} },
  );
  isOver = true;
  return { end, most: Object.fromEntries(most) };
}

const request: ReversalRequest = {
  sequence: 1,
  withLater: false,
  mostRecords: 10_000,
  author: 'tester',
  reason: 'a test',
  idempotencyKey: 'key',
  inputHash: 'hash',
};

test('others have their turn while it is looked up what was built on a large change', async () => {
  const { end, most } = await mostInOneTurn({});
  expect(end).toMatchObject({ kind: 'built on', count: BODIES });
  expect(most).toEqual({ 'records looked up': 40, 'pieces of evidence': 100 });
});

test('others have their turn between the parts of a large change that is taken back', async () => {
  const { end, most } = await mostInOneTurn({ withLater: true });
  expect(end).toEqual({ kind: 'done', sequence: 3 });
  expect(most).toMatchObject({ 'records looked up': 40, 'records put': 100 });
});
