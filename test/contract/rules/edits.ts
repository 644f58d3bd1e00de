import { expect, test } from 'vitest';
import { type NodeId, nodeId } from '../../../schema/ids.ts';
import { makeChange, makeNode, smallWorld } from '../../support/small-world.ts';
import { type OpenStore, withStore, withWorld } from '../check/worlds.ts';

const ben = smallWorld.nodes.filter(({ id }) => id === 'person/ben');
const benId = nodeId('person/ben');
const bens = smallWorld.relationships.filter(({ from, to }) => from === benId || to === benId);
const away = [benId, ...bens.map(({ id }) => id)];
const ada = nodeId('person/ada');

/** What edits need beside plain writes: versions that count on, changes that notice others, ids that live on. */
export function describeEdits(open: OpenStore): void {
  test('a record that is touched counts a version although its content stays', async () => {
    await withWorld(open, async (store) => {
      const evidence = smallWorld.evidence.filter(({ of }) => of === benId);
      const change = makeChange({ nodes: ben, evidence }, { touch: [benId] });
      expect(await store.write(change)).toMatchObject({ kind: 'written', created: 0, changed: 1 });
      expect((await store.records([benId])).nodes).toEqual([{ ...ben[0], version: 2 }]);
      expect(await store.write({ ...change, touch: [] })).toEqual({ kind: 'unchanged' });
    });
  });

  test('a change that is based on an older graph is overtaken and writes nothing', async () => {
    await withWorld(open, async (store) => {
      const { sequence } = await store.journalHead();
      const rename = (name: string) =>
        makeChange(
          { nodes: [makeNode('person/ben', 'Person', { name })] },
          { basedOn: sequence, marks: [{ key: 'by', value: name }] },
        );
      expect(await store.write(rename('first'))).toMatchObject({ kind: 'written' });
      expect(await store.write(rename('second'))).toEqual({ kind: 'overtaken', sequence: sequence + 1 });
      expect((await store.records([benId])).nodes[0]?.properties.name).toBe('first');
      expect(await store.mark('by')).toBe('first');
    });
  });

  test('of changes that are based on one graph one is written, however many come at once', async () => {
    await withWorld(open, async (store) => {
      const { sequence } = await store.journalHead();
      const outcomes = await Promise.all(
        ['a', 'b', 'c', 'd'].map((name) =>
          store.write(
            makeChange({ nodes: [makeNode(`person/${name}`, 'Person', { name })] }, { basedOn: sequence }),
          ),
        ),
      );
      expect(outcomes.map(({ kind }) => kind).sort()).toEqual([
        'overtaken',
        'overtaken',
        'overtaken',
        'written',
      ]);
    });
  });

  test('an id whose node was merged leads to the survivor, also after further merges', async () => {
    await withWorld(open, async (store) => {
      const redirects = [{ from: benId, to: ada }];
      await store.write(makeChange({}, { remove: away, redirects }));
      expect(await store.survivors([benId, ada, nodeId('person/nobody')])).toEqual(new Map([[benId, ada]]));
      const eve = makeNode('person/eve', 'Person', { name: 'Eve' });
      const adas = smallWorld.relationships.filter(({ from }) => from === ada).map(({ id }) => id);
      await store.write(
        makeChange({ nodes: [eve] }, { remove: [ada, ...adas], redirects: [{ from: ada, to: eve.id }] }),
      );
      expect(await store.survivors([benId, ada])).toEqual(
        new Map([
          [benId, eve.id],
          [ada, eve.id],
        ]),
      );
    });
  });

  test('an id that a node has again stands for itself, and one that stands for none for none', async () => {
    await withWorld(open, async (store) => {
      await store.write(makeChange({}, { remove: away, redirects: [{ from: benId, to: ada }] }));
      await store.write(makeChange({ nodes: ben }));
      expect(await store.survivors([benId])).toEqual(new Map());
      await store.write(makeChange({}, { remove: [benId], redirects: [{ from: benId, to: null }] }));
      expect(await store.survivors([benId])).toEqual(new Map());
    });
  });

  test('an id of a node that stays stands for no other, and none stands for a node that is not there', async () => {
    await withWorld(open, async (store) => {
      const refuse = async (change: Parameters<typeof store.write>[0]) => {
        const outcome = await store.write(change);
        return outcome.kind === 'refused' ? outcome.problems.map(({ code }) => code) : outcome.kind;
      };
      const eve = makeNode('person/eve', 'Person', { name: 'Eve' });
      expect(await refuse(makeChange({ nodes: [eve] }, { redirects: [{ from: benId, to: ada }] }))).toEqual([
        'ID_TAKEN',
      ]);
      const gone = [{ from: benId, to: nodeId('person/nobody') }];
      expect(await refuse(makeChange({}, { remove: away, redirects: gone }))).toEqual(['END_MISSING']);
      expect(await store.survivors([benId])).toEqual(new Map());
    });
  });

  test('the history of a record is what each entry did to it, newest first, page by page', async () => {
    await withWorld(open, async (store) => {
      for (const name of ['one', 'two'])
        await store.write(
          makeChange({ nodes: [makeNode('person/ben', 'Person', { name })] }, { author: name }),
        );
      await store.write(makeChange({ nodes: [makeNode('person/cara', 'Person', { name: 'Cara' })] }));
      const history = await store.history({ record: benId, before: null, limit: 2 });
      expect(history.map(({ entry }) => [entry.sequence, entry.author])).toEqual([
        [3, 'two'],
        [2, 'one'],
      ]);
      const [newest] = history;
      expect(newest?.item).toEqual((await store.journalItems({ sequence: 3, after: -1, limit: 1 }))[0]);
      const older = await store.history({ record: benId, before: 2, limit: 5 });
      expect(older.map(({ entry, item }) => [entry.sequence, item.before])).toEqual([[1, null]]);
      expect(await store.history({ record: nodeId('person/nobody'), before: null, limit: 5 })).toEqual([]);
    });
  });

  test('what was done to several records since an entry is told in the order of the journal', async () => {
    await withWorld(open, async (store) => {
      const names = ['ben', 'cara', 'ben'].map((name, at) => [`person/${name}`, `${name} ${at}`] as const);
      for (const [id, name] of names)
        await store.write(makeChange({ nodes: [makeNode(id, 'Person', { name })] }, { author: name }));
      const [cara, nobody] = [nodeId('person/cara'), nodeId('person/nobody')];
      const told = async (records: readonly NodeId[], since: number) =>
        (await store.changesSince({ records, since })).map(({ entry, item }) => [
          ...[entry.sequence, entry.author, item.record],
          ...[item.before, item.after].map((was) => (was === null ? null : nameOf(was.record.properties))),
        ]);
      expect(await told([cara, benId, nobody, benId], 2)).toEqual([
        [2, 'ben 0', benId, 'ben Okafor', 'ben 0'],
        [3, 'cara 1', cara, null, 'cara 1'],
        [4, 'ben 2', benId, 'ben 0', 'ben 2'],
      ]);
      expect(await told([benId], 4)).toEqual([[4, 'ben 2', benId, 'ben 0', 'ben 2']]);
      expect(await told([], 1)).toEqual([]);
      // All that one entry did to them, however many blocks it fills.
      const [first] = await store.journal({ after: 0, limit: 1 });
      const items = await store.journalItems({ sequence: 1, after: -1, limit: 10_000 });
      const all = await store.changesSince({ records: items.map(({ record }) => record), since: 1 });
      expect(all.filter(({ entry }) => entry.sequence === 1)).toEqual(
        items.map((item) => ({ entry: first, item })),
      );
    });
  });

  test('an empty store leads no id anywhere', async () => {
    await withStore(open, async (store) => {
      expect(await store.survivors([])).toEqual(new Map());
      expect(await store.survivors([benId])).toEqual(new Map());
    });
  });
}

function nameOf(properties: object): unknown {
  return 'name' in properties ? properties.name : undefined;
}
