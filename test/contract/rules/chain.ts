import { expect, test } from 'vitest';
import { nodeId } from '../../../schema/ids.ts';
import { verifyJournal } from '../../../server/jobs/verify-journal.ts';
import { makeChange, makeNode, smallWorld } from '../../support/small-world.ts';
import { type OpenStore, withStore, withWorld } from '../check/worlds.ts';

/** The journal is chained: each entry covers the one before, and its own values by their hashes. */
export function describeChain(open: OpenStore): void {
  test('an empty journal ends at 0 and is as it was written', async () => {
    await withStore(open, async (store) => {
      expect(await store.journalHead()).toEqual({ sequence: 0, hash: '' });
      expect(await verifyJournal(store)).toMatchObject({ entries: 0, items: 0, faultCount: 0 });
    });
  });

  test('what was written is kept as canonical text, the same on every store', async () => {
    await withWorld(open, async (store) => {
      const ben = makeNode('person/ben', 'Person', { note: 'é “x”', name: 'Ben', aliases: ['b', 'a'] });
      await store.write(makeChange({ nodes: [ben] }, { author: 'Eve', reason: 'why', idempotencyKey: 'k' }));
      const [item] = await store.sealedItems({ sequence: 2, after: -1, limit: 5 });
      expect(item).toMatchObject({
        ordinal: 0,
        record: 'person/ben',
        before: BEN_BEFORE,
        after:
          '{"evidence":[],"record":{"disputed":[],"id":"person/ben","properties":{"aliases":["b","a"],"name":"Ben","note":"é “x”"},"type":"Person","version":2},"statements":[]}',
      });
      const [entry] = await store.sealedEntries({ after: 1, limit: 5 });
      expect(entry).toMatchObject({ sequence: 2, author: 'Eve', reason: 'why', items: 1, erased: null });
      expect(Object.values(entry ?? {})).toHaveLength(16);
      expect(await store.journalHead()).toEqual({ sequence: 2, hash: entry?.hash });
    });
  });

  test('changes, removals and marks keep the chain whole', async () => {
    await withWorld(open, async (store) => {
      const alone = makeNode('person/alone', 'Person', { name: 'Alone' });
      await store.write(makeChange({ nodes: [alone] }, { idempotencyKey: 'k' }));
      await store.write(makeChange({}, { remove: [alone.id] }));
      await store.write(makeChange({}, { marks: [{ key: 'a', value: 'b' }] }));
      const progress: number[] = [];
      const verified = await verifyJournal(store, { onProgress: (done) => void progress.push(done) });
      expect(verified).toEqual({
        entries: 3,
        items: smallWorld.nodes.length + smallWorld.relationships.length + 2,
        erased: 0,
        head: await store.journalHead(),
        faults: [],
        faultCount: 0,
      });
      expect(progress.at(-1)).toBe(3);
    });
  });

  test('writers at the same time make one chain', async () => {
    await withWorld(open, async (store) => {
      const names = ['a', 'b', 'c', 'd', 'e'];
      await Promise.all(
        names.map((name) =>
          store.write(makeChange({ nodes: [makeNode(`person/new-${name}`, 'Person', { name })] })),
        ),
      );
      expect(await verifyJournal(store)).toMatchObject({ entries: 6, faultCount: 0 });
    });
  });

  test('each entry that this process writes is told to whoever listens, until they stop', async () => {
    await withWorld(open, async (store) => {
      const heard: number[] = [];
      const stop = store.onWrite((sequence) => void heard.push(sequence));
      const rename = (name: string) =>
        store.write(makeChange({ nodes: [makeNode('person/ben', 'Person', { name })] }));
      await rename('B');
      await rename('B');
      await store.write(makeChange({}, { remove: [nodeId('person/nobody')] }));
      await rename('C');
      stop();
      await rename('D');
      expect(heard).toEqual([2, 3]);
    });
  });
}

const BEN_BEFORE =
  '{"evidence":[{"basis":"outside","document":null,"explanation":"well known","id":"evidence/2fa2e1e6a481046eda96ba47","locator":null,"of":"person/ben","words":null}],"record":{"disputed":[],"id":"person/ben","properties":{"honorific":"Sir","name":"ben Okafor"},"type":"Person","version":1},"statements":[]}';
