import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeId } from '../../schema/ids.ts';
import type { GraphRecords } from '../../schema/records.ts';
import { readSeed } from '../../server/ingest/read-seed.ts';
import { parseStartingViews, startingViewsMark } from '../../server/ingest/starting-views.ts';
import type { GraphStore } from '../../server/store/graph-store.ts';
import { createModelStore } from '../contract/model-store.ts';
import { loadCafcass, readWhole, seedText } from './loaded-graph.ts';

let store: GraphStore;
let graph: GraphRecords;

/** Checks what follows from the facts, and how the seed is loaded, in a store; `open` brings an empty one. */
export function describeRules(name: string, open: () => Promise<GraphStore>): void {
  describe(name, () => {
    beforeAll(async () => {
      store = await open();
      await loadCafcass(store);
      graph = await readWhole(store);
    });
    afterAll(() => store.close());
    describeGraph();
    describeLoading();
  });
}

function describeGraph(): void {
  test('what is disputed is what the domain lists, and nothing else', () => {
    const disputed = [...graph.nodes, ...graph.relationships].filter((record) => record.disputed.length > 0);
    expect(Object.fromEntries(disputed.map((record) => [record.id, record.disputed]))).toEqual({
      'inspection/cafcass-2018': ['judgements'],
      'judgement/cafcass-2018/overall/good': ['grade'],
      'judgement/cafcass-2018/overall/outstanding': ['grade'],
      'inspection/east-midlands-2008': ['publishedOn'],
      'inspection/focused-visit-2022': ['startedOn'],
      'event/took-over': ['on'],
    });
  });

  test('of the two overall judgements of 2018 that of the official statistics stands', () => {
    const standings = graph.nodes.flatMap(({ id, type, properties: { standing } }) =>
      type === 'Judgement' && standing !== 'stands' ? [`${id} ${standing}`] : [],
    );
    expect(standings).toEqual(['judgement/cafcass-2018/overall/good also said']);
  });

  test('every quote has one speaker, a subject and one document', () => {
    const count = (id: string, type: string) =>
      graph.relationships.filter((each) => each.type === type && (each.from === id || each.to === id)).length;
    for (const { id } of graph.nodes.filter(({ type }) => type === 'Quote')) {
      expect(count(id, 'SAID'), id).toBe(1);
      expect(count(id, 'ABOUT'), id).toBeGreaterThanOrEqual(1);
      expect(count(id, 'QUOTED_IN'), id).toBe(1);
    }
  });

  test('every relationship and every node has evidence', () => {
    const supported = new Set<string>(graph.evidence.map(({ of }) => of));
    const bare = [...graph.nodes, ...graph.relationships, ...graph.statements].filter(
      ({ id }) => !supported.has(id),
    );
    expect(bare).toEqual([]);
  });

  test('inspections in order of time', () => {
    const inspections = graph.nodes.filter(({ type }) => type === 'Inspection');
    const dated = inspections.map(
      ({ id, properties: { date } }) => `${date?.earliest} ${date?.latest} ${id}`,
    );
    expect(dated.sort().map((text) => text.split('/').at(-1))).toEqual([
      'east-midlands-2008',
      'south-east-2008',
      'south-yorkshire-2008',
      'near-south-west-2009',
      'birmingham-and-black-country-2009',
      'cafcass-2009-10',
      'cafcass-2014',
      'cafcass-2018',
      'focused-visit-2021',
      'focused-visit-2022',
      'cafcass-2024',
    ]);
  });

  test('grades are ranked on the scale of their day, and a label on no scale has none', () => {
    const gradeOf = (id: string) =>
      graph.nodes.find((node) => node.id === `judgement/${id}`)?.properties.grade;
    expect(gradeOf('near-south-west-2009/overall/adequate')).toEqual({
      scale: 'ofsted-social-care-2005',
      rank: 3,
      of: 4,
    });
    expect(gradeOf('cafcass-2024/private-law-practice/outstanding')).toEqual({
      scale: 'ofsted-social-care-2013',
      rank: 1,
      of: 4,
    });
    expect(gradeOf('cafcass-2009-10/overall/consistently-inadequate')).toBeUndefined();
  });

  test('a quote takes the date of its document, a finding that of its inspection', async () => {
    const { nodes } = await store.records([nodeId('quote/003-09'), nodeId('finding/cafcass-2014/1')]);
    expect(nodes.map(({ properties }) => properties.date?.edtf)).toEqual(['2024-04~', '2014-04~']);
  });

  test('the starting views name nodes that are there, at most 40 that are not judgements', async () => {
    const views = parseStartingViews((await store.mark(startingViewsMark('cafcass'))) ?? '');
    if (views.kind === 'problems') throw new Error('the views can be read');
    const types = new Map(graph.nodes.map(({ id, type }) => [id, type]));
    expect(views.value.length).toBeGreaterThanOrEqual(3);
    for (const { id, nodes } of views.value) {
      expect(
        nodes.filter((node) => !types.has(node)),
        id,
      ).toEqual([]);
      expect(nodes.filter((node) => types.get(node) !== 'Judgement').length, id).toBeLessThanOrEqual(40);
    }
    const [first] = views.value;
    const shown = (type: string) => first?.nodes.filter((node) => types.get(node) === type);
    expect(first?.arrangement).toBe('time');
    expect(shown('Inspection')).toHaveLength(11);
    expect(shown('Judgement')).toHaveLength(26);
    expect(shown('Person')).toHaveLength(4);
  });
}

function describeLoading(): void {
  test('loading the seed twice gives the same graph, with the same versions', async () => {
    expect(await loadCafcass(store)).toEqual({ kind: 'already loaded', seed: 'cafcass' });
    expect(await loadCafcass(store, `${seedText}\n`)).toMatchObject({
      kind: 'loaded',
      created: 0,
      changed: 0,
      left: [],
    });
    expect(await readWhole(store)).toEqual(graph);
    expect(await store.journal({ after: 0, limit: 10 })).toMatchObject([{ items: 149 + 274 }]);
  });

  test('the order in which the file gives records does not matter to the graph', async () => {
    const seed = JSON.parse(seedText);
    const turned = createModelStore();
    const reversed = {
      ...seed,
      nodes: seed.nodes.toReversed(),
      relationships: seed.relationships.toReversed(),
    };
    await loadCafcass(turned, JSON.stringify(reversed));
    const other = await readWhole(turned);
    const sorted = (records: GraphRecords) =>
      Object.values(records).map((list) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1)));
    expect(sorted(other)).toEqual(sorted(graph));
  });

  test('a seed whose first statement is not the one that stands is refused', () => {
    const seed = JSON.parse(seedText);
    for (const node of seed.nodes) if (node.id === 'inspection/east-midlands-2008') node.statements.reverse();
    const outcome = readSeed(JSON.stringify(seed), 'seeds/cafcass.json');
    expect(outcome).toMatchObject({
      kind: 'problems',
      problems: [{ code: 'STANDING_ORDER', record: 'inspection/east-midlands-2008', field: 'publishedOn' }],
    });
  });
}
