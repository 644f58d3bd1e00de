import { expect, test } from 'vitest';
import { nodeId } from '../../../schema/ids.ts';
import { checkGraph } from '../../../server/jobs/check-graph.ts';
import { exportGraph, hashGraph } from '../../../server/jobs/export-graph.ts';
import { readExport } from '../../../server/jobs/read-export.ts';
import { verifyJournal } from '../../../server/jobs/verify-journal.ts';
import { type GraphStore, StoreRefused } from '../../../server/store/graph-store.ts';
import { openSqliteStore } from '../../../server/store/sqlite/sqlite-store.ts';
import type { Erasure } from '../../../server/store/store-upkeep.ts';
import { makeChange, makeNode, smallWorld } from '../../support/small-world.ts';
import { type OpenStore, withStore, withWorld } from '../check/worlds.ts';

const ada = nodeId('person/ada');
const erasure: Erasure = {
  author: 'Office',
  reason: 'a demand of 2026',
  at: '2026-05-05T05:05:05.000Z',
  records: [],
  authors: [],
  reasonsOf: [],
};

/** What the command line asks of a store: to carry it away and back, to erase, to look it over. */
export function describeUpkeep(open: OpenStore): void {
  test('an export of this store restores into another one, and that of another into this one, equal by hash', async () => {
    const other = await openSqliteStore({ folder: ':memory:' });
    let lines: readonly string[] = [];
    await withWorld(open, async (store) => {
      await writeMore(store);
      lines = await exportLines(store);
      await other.upkeep.restore(readExport(each(lines)));
      expect(await hashGraph(other)).toBe(await hashGraph(store));
      expect(await other.journalHead()).toEqual(await store.journalHead());
    });
    await withStore(open, async (store) => {
      await store.upkeep.restore(readExport(each(await exportLines(other))));
      expect(await exportLines(store)).toEqual(lines);
      expect(await verifyJournal(store)).toMatchObject({ entries: 3, faultCount: 0 });
      expect(await checkGraph(store)).toMatchObject({ faultCount: 0 });
      expect(await store.mark('seed')).toBe('“one”');
      expect(await store.survivors([nodeId('person/benny')])).toEqual(
        new Map([['person/benny', 'person/ben']]),
      );
      const question = { words: ['benno'], match: 'prefixes', types: null, limit: 5 } as const;
      expect((await store.searchCandidates(question)).nodes).toHaveLength(1);
      expect(await store.write(makeChange({ nodes: [ben('B')] }))).toMatchObject({ sequence: 4 });
    });
    await other.close();
  });

  test('an export that was cut off or altered restores nothing, and one into a filled store is refused', async () => {
    const other = await openSqliteStore({ folder: ':memory:' });
    await other.write(makeChange(smallWorld));
    const lines = await exportLines(other);
    await withStore(open, async (store) => {
      for (const broken of [
        lines.slice(0, -1),
        lines.slice(1),
        lines.map((line) => line.replace('Ada', 'Eva')),
        [...lines.slice(0, 5), 'no JSON', ...lines.slice(5)],
        lines.filter((line) => !line.startsWith('{"item"')),
      ]) {
        await expect(store.upkeep.restore(readExport(each(broken)))).rejects.toThrow();
        expect(await store.nodeIds({ types: null, after: null, limit: 5 })).toEqual([]);
        expect(await store.journalHead()).toEqual({ sequence: 0, hash: '' });
      }
      await store.upkeep.restore(readExport(each(lines)));
      await expect(store.upkeep.restore(readExport(each(lines)))).rejects.toThrow(StoreRefused);
    });
    await other.close();
  });

  test('an author can be erased: the chain holds, and what the key stood for is gone too', async () => {
    await withWorld(open, async (store) => {
      await writeMore(store);
      const outcome = await store.upkeep.erase({ ...erasure, authors: ['Eve'] });
      expect(outcome).toEqual({ sequence: 4, values: 2 });
      const [entry] = await store.sealedEntries({ after: 1, limit: 1 });
      expect(entry).toMatchObject({ author: null, authorSalt: null, request: null, input: null });
      expect(entry).toMatchObject({ reason: 'why', requestSalt: null });
      expect(await store.journal({ after: 1, limit: 1 })).toMatchObject([{ author: null, reason: 'why' }]);
      expect(await store.findRequest('Eve', 'key')).toBeNull();
      expect(await verifyJournal(store)).toMatchObject({ entries: 4, erased: 2, faultCount: 0 });
      expect(await store.journal({ after: 3, limit: 1 })).toMatchObject([
        { author: 'Office', reason: 'a demand of 2026', items: 0 },
      ]);
    });
  });

  test('what the journal keeps of a record can be erased, and so can a reason', async () => {
    await withWorld(open, async (store) => {
      await writeMore(store);
      const items = (await store.journalItems({ sequence: 1, after: -1, limit: 100 })).length;
      const outcome = await store.upkeep.erase({ ...erasure, records: [ada], reasonsOf: [2, 99] });
      expect(outcome).toEqual({ sequence: 4, values: 4 });
      const left = await store.journalItems({ sequence: 1, after: -1, limit: 100 });
      expect(left).toHaveLength(items - 1);
      expect(left.map(({ record }) => record)).not.toContain(ada);
      expect(await store.journalItems({ sequence: 3, after: -1, limit: 5 })).toEqual([]);
      expect((await store.lastChanges([ada])).size).toBe(0);
      expect(await verifyJournal(store)).toMatchObject({ erased: 4, faultCount: 0 });
      expect((await store.records([ada])).nodes).toHaveLength(1);
      expect(await store.upkeep.erase({ ...erasure, records: [ada] })).toBeNull();
      expect(await store.journalHead()).toMatchObject({ sequence: 4 });
    });
  });

  test('a store that was written, changed and emptied again contradicts itself nowhere', async () => {
    await withWorld(open, async (store) => {
      await writeMore(store);
      const alone = makeNode('person/alone', 'Person', { name: 'Alone Älone', aliases: ['two words'] });
      await store.write(makeChange({ nodes: [alone] }));
      await store.write(makeChange({ nodes: [{ ...alone, properties: { name: 'Other' } }] }));
      await store.write(makeChange({}, { remove: [alone.id] }));
      expect(await checkGraph(store)).toEqual({
        records: smallWorld.nodes.length + smallWorld.relationships.length,
        faults: [],
        faultCount: 0,
      });
    });
  });
}

function ben(name: string) {
  return makeNode('person/ben', 'Person', { name });
}

/** Entries 2 and 3, and a mark. */
async function writeMore(store: GraphStore): Promise<void> {
  const parts = { author: 'Eve', reason: 'why', idempotencyKey: 'key' };
  await store.write(
    makeChange(
      { nodes: [ben('Benno')] },
      {
        ...parts,
        marks: [{ key: 'seed', value: '“one”' }],
        redirects: [{ from: nodeId('person/benny'), to: nodeId('person/ben') }],
      },
    ),
  );
  await store.write(makeChange({ nodes: [makeNode(ada, 'Person', { name: 'Ada K.' })] }));
}

async function exportLines(store: GraphStore): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of exportGraph(store, {})) lines.push(line);
  return lines;
}

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}
