import { expect, test } from 'vitest';
import type { GraphRecords } from '../../../schema/records.ts';
import type { ChangeAbout, ChangePart, GraphStore } from '../../../server/store/graph-store.ts';
import { makeEvidence, makeNode, makeRelationship } from '../../support/small-world.ts';
import { canonicalRecords } from '../check/canonical-answer.ts';
import { type OpenStore, withStore, withWorld } from '../check/worlds.ts';

const about: ChangeAbout = {
  author: 'import',
  reason: 'a table of two parts',
  at: '2026-01-02T03:04:05.000Z',
  marks: [{ key: 'seen', value: 'yes' }],
};

const cara = makeNode('person/cara', 'Person', { name: 'Cara' });
const home = makeNode('organisation/home', 'Organisation', { name: 'Home' });
const held = makeRelationship('HOLDS_POST', cara.id, home.id);

const people = part({ nodes: [cara, home] });
const posts = part({ relationships: [held], evidence: [makeEvidence(held.id, null)] });
const dangling = part({
  relationships: [makeRelationship('HOLDS_POST', cara.id, 'organisation/gone')],
  evidence: [makeEvidence(makeRelationship('HOLDS_POST', cara.id, 'organisation/gone').id, null)],
});

/** What every store keeps of changes that come in parts. */
export function describeParts(open: OpenStore): void {
  test('is one entry with an item for each record, and a relationship may end in an earlier part', () =>
    withStore(open, async (store) => {
      const outcome = await putAll(store, [people, posts]);
      expect(outcome).toEqual({ kind: 'written', sequence: 1, created: 3, changed: 0, removed: 0 });
      expect(await store.journal({ after: 0, limit: 10 })).toMatchObject([
        { sequence: 1, author: 'import', reason: 'a table of two parts', items: 3 },
      ]);
      const items = await store.journalItems({ sequence: 1, after: -1, limit: 10 });
      expect(items.map(({ ordinal, record }) => [ordinal, record])).toEqual([
        [0, cara.id],
        [1, home.id],
        [2, held.id],
      ]);
      expect(await store.mark('seen')).toBe('yes');
    }));

  test('sees what its earlier parts put', () =>
    withStore(open, async (store) => {
      await store.writeInParts(about, async (parts) => {
        await parts.put(people);
        await parts.put(posts);
        const { nodes } = await parts.records([cara.id]);
        expect(nodes.map(({ properties }) => properties.name)).toEqual(['Cara']);
        const question = { of: [cara.id], types: null, among: false, limit: 5 };
        expect((await parts.adjacent(question)).relationships).toMatchObject([{ id: held.id }]);
        return 'keep';
      });
    }));

  test('that is refused in its last part leaves nothing', () =>
    withWorld(open, async (store) => {
      const before = await wholeState(store);
      const outcome = await putAll(store, [people, dangling]);
      expect(outcome).toMatchObject({ kind: 'refused', problems: [{ code: 'END_MISSING' }] });
      expect(await wholeState(store)).toEqual(before);
    }));

  test('whose work fails leaves nothing', () =>
    withWorld(open, async (store) => {
      const before = await wholeState(store);
      const broken = store.writeInParts(about, async (parts) => {
        await parts.put(people);
        throw new RangeError('the file ends too soon');
      });
      await expect(broken).rejects.toThrow('the file ends too soon');
      expect(await wholeState(store)).toEqual(before);
    }));

  test('that is discarded tells what it would have come to, and leaves nothing', () =>
    withWorld(open, async (store) => {
      const before = await wholeState(store);
      const outcome = await store.writeInParts(about, async (parts) => {
        await parts.put(people);
        return 'discard';
      });
      expect(outcome).toEqual({ kind: 'discarded', created: 2, changed: 0, removed: 0 });
      expect(await wholeState(store)).toEqual(before);
    }));

  test('that was so already writes no entry', () =>
    withStore(open, async (store) => {
      await putAll(store, [people, posts]);
      expect(await putAll(store, [people, posts])).toEqual({ kind: 'unchanged' });
      expect(await store.journal({ after: 0, limit: 10 })).toHaveLength(1);
    }));

  test('is found by the request that it was', () =>
    withStore(open, async (store) => {
      const request = { idempotencyKey: 'key', inputHash: 'all of the table' };
      await store.writeInParts({ ...about, request }, async (writing) => {
        await writing.put(people);
        return 'keep';
      });
      const [found, other] = await Promise.all([
        store.findRequest('import', 'key'),
        store.findRequest('another', 'key'),
      ]);
      expect([found, other]).toEqual([{ sequence: 1, input: 'all of the table' }, null]);
    }));

  test('is told to listeners once', () =>
    withStore(open, async (store) => {
      const told: number[] = [];
      store.onWrite((sequence) => told.push(sequence));
      await putAll(store, [people, posts]);
      await putAll(store, [people, posts]);
      await Promise.resolve();
      expect(told).toEqual([1]);
    }));
}

function putAll(store: GraphStore, parts: readonly ChangePart[]) {
  return store.writeInParts(about, async (writing) => {
    for (const one of parts) await writing.put(one);
    return 'keep';
  });
}

function part(records: Partial<GraphRecords>): ChangePart {
  return { put: { nodes: [], relationships: [], evidence: [], statements: [], ...records }, remove: [] };
}

/** All that a change can leave behind. */
async function wholeState(store: GraphStore) {
  const ids = await store.nodeIds({ types: null, after: null, limit: 1_000 });
  const records = canonicalRecords(await store.records(ids));
  return { ids, records, head: await store.journalHead(), mark: await store.mark('seen') };
}
