import { expect, test } from 'vitest';
import { nodeId, parseRelationshipId } from '../../../schema/ids.ts';
import { StoreUnavailable } from '../../../server/store/graph-store.ts';
import { groupRecords } from '../../../server/store/settle-change.ts';
import { makeChange, makeEvidence, makeNode, smallWorld } from '../../support/small-world.ts';
import { type OpenStore, withStore, withWorld } from '../check/worlds.ts';

const ben = nodeId('person/ben');
const everything = { after: 0, limit: 100 };

/** What was written is told by the journal, before and after; marks are notes beside it. */
export function describeJournal(open: OpenStore): void {
  test('an empty store has no entries, no marks and no nodes', async () => {
    await withStore(open, async (store) => {
      expect(await store.journal(everything)).toEqual([]);
      expect(await store.mark('seed')).toBeNull();
      expect(await store.nodeIds({ types: null, after: null, limit: 5 })).toEqual([]);
      await store.ping();
    });
  });

  test('a write is one entry, with an item for each record before and after', async () => {
    await withWorld(open, async (store) => {
      const renamed = makeNode('person/ben', 'Person', { name: 'Benjamin' }, ['name']);
      const evidence = makeEvidence(ben, 'document/report', { words: 'Benjamin', locator: 'row 2' });
      const quote = nodeId('quote/ada-first');
      const rests = smallWorld.relationships.filter(({ from, to }) => from === quote || to === quote);
      const remove = [quote, ...rests.map(({ id }) => id)];
      const change = makeChange(
        { nodes: [renamed], evidence: [evidence] },
        { author: 'Eve', reason: 'his “full” name', at: '2026-05-06T07:08:09.010Z', remove },
      );
      expect(await store.write(change)).toMatchObject({ sequence: 2, created: 0, changed: 1, removed: 4 });
      expect(await store.journal({ after: 1, limit: 10 })).toEqual([
        { sequence: 2, at: change.at, author: 'Eve', reason: 'his “full” name', items: 5 },
      ]);
      const before = groupRecords(smallWorld);
      expect(await store.journalItems({ sequence: 2, after: -1, limit: 10 })).toEqual([
        {
          ordinal: 0,
          record: ben,
          before: before.get(ben),
          after: { record: { ...renamed, version: 2 }, evidence: [evidence], statements: [] },
        },
        ...remove.map((id, index) => ({
          ordinal: index + 1,
          record: id,
          before: before.get(id),
          after: null,
        })),
      ]);
    });
  });

  test('entries and items come in pages, oldest first', async () => {
    await withWorld(open, async (store) => {
      for (const name of ['one', 'two', 'three'])
        await store.write(
          makeChange({ nodes: [makeNode('person/ben', 'Person', { name })] }, { author: name }),
        );
      const sequences = async (after: number, limit: number) =>
        (await store.journal({ after, limit })).map(({ sequence }) => sequence);
      expect(await sequences(0, 2)).toEqual([1, 2]);
      expect(await sequences(2, 5)).toEqual([3, 4]);
      expect(await sequences(4, 5)).toEqual([]);
      const items = await store.journalItems({ sequence: 1, after: 20, limit: 3 });
      expect(items.map(({ ordinal }) => ordinal)).toEqual([21, 22, 23]);
      expect(await store.journalItems({ sequence: 9, after: -1, limit: 3 })).toEqual([]);
      const [first] = await store.journal({ after: 0, limit: 1 });
      expect(first?.items).toBe(smallWorld.nodes.length + smallWorld.relationships.length);
    });
  });

  test('the last change of a record is the newest that touched it, its removal too', async () => {
    await withWorld(open, async (store) => {
      const alone = makeNode('person/alone', 'Person', { name: 'Alone' });
      await store.write(makeChange({ nodes: [alone] }, { author: 'Ann' }));
      await store.write(
        makeChange({ nodes: [makeNode('person/ben', 'Person', { name: 'B' })] }, { author: 'Bo' }),
      );
      await store.write(makeChange({}, { author: 'Cy', remove: [alone.id] }));
      const absent = parseRelationshipId(`relationship/${'0'.repeat(24)}`) ?? 'none';
      const changes = await store.lastChanges([alone.id, ben, 'person/ada', absent]);
      expect(new Map(changes)).toEqual(
        new Map([
          [alone.id, { sequence: 4, author: 'Cy', removed: true }],
          [ben, { sequence: 3, author: 'Bo', removed: false }],
          ['person/ada', { sequence: 1, author: 'tester', removed: false }],
        ]),
      );
    });
  });

  test('a removed record that comes back begins again, and its last change is that', async () => {
    await withWorld(open, async (store) => {
      const alone = makeNode('person/alone', 'Person', { name: 'Alone' });
      await store.write(makeChange({ nodes: [alone] }));
      await store.write(makeChange({}, { remove: [alone.id] }));
      await store.write(makeChange({ nodes: [alone] }, { author: 'Di' }));
      expect((await store.records([alone.id])).nodes).toEqual([alone]);
      const changes = await store.lastChanges([alone.id]);
      expect(changes.get(alone.id)).toEqual({ sequence: 4, author: 'Di', removed: false });
    });
  });

  test('marks are written with a change, and also where the graph was so already', async () => {
    await withWorld(open, async (store) => {
      const mark = (value: string) => makeChange(smallWorld, { marks: [{ key: 'seed', value }] });
      expect(await store.write(mark('first'))).toEqual({ kind: 'unchanged' });
      expect(await store.mark('seed')).toBe('first');
      await store.write(mark('“second”'));
      expect(await store.mark('seed')).toBe('“second”');
      expect(await store.mark('other')).toBeNull();
      expect(await store.journal(everything)).toHaveLength(1);
    });
  });

  test('a store that was closed is unavailable', async () => {
    const store = await open();
    await store.close();
    await expect(store.ping()).rejects.toThrow(StoreUnavailable);
  });
}
