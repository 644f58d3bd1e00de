import { expect, test } from 'vitest';
import { nodeId } from '../../../schema/ids.ts';
import type { FacetDimension, SearchQuestion } from '../../../server/store/graph-store.ts';
import { smallWorld } from '../../support/small-world.ts';
import { type OpenStore, shareWorld } from '../check/worlds.ts';

const service = nodeId('organisation/service');
const first = nodeId('inspection/first');

/** Search, neighbourhoods, facets and walks through everything, with answers that one can check by hand. */
export function describeQuestions(open: OpenStore): void {
  const world = shareWorld(open);

  test.each<[string, SearchQuestion['match'], string[], string[]]>([
    [
      'the beginning of a word',
      'prefixes',
      ['east'],
      [
        'document/report',
        'inspection/first',
        'inspection/second',
        'organisation/service',
        'region/eastshire',
      ],
    ],
    ['words in any order and property', 'prefixes', ['102', 'serv'], ['organisation/service']],
    ['a word without its diacritics', 'prefixes', ['bronte', 'ada'], ['person/ada']],
    ['an alias', 'prefixes', ['countess'], ['person/ada']],
    ['all words, not some', 'prefixes', ['ada', 'okafor'], []],
    ['no word from its middle', 'prefixes', ['shire'], []],
    ['a letter that is wrong', 'nearby', ['inspectorste'], ['organisation/inspectorate']],
    ['a letter too few, beside a beginning', 'nearby', ['eastshre', 'serv'], ['organisation/service']],
    ['two letters swapped', 'nearby', ['okaofr'], ['person/ben']],
    ['two letters that are wrong: not taken', 'nearby', ['inzpectorste'], []],
    ['a word that exists, unless asked nearby', 'prefixes', ['okaofr'], []],
    ['signs that mean something to an index', 'prefixes', ['or', 'not'], []],
  ])('search finds %s', async (_name, match, words, ids) => {
    const store = world();
    const found = await store.searchCandidates({ words, match, types: null, limit: 20 });
    expect(found.nodes.map(({ id }) => id).sort()).toEqual(ids);
    expect(found.truncated).toBe(false);
    for (const node of found.nodes) expect(smallWorld.nodes).toContainEqual(node);
  });

  test('search keeps to the types asked for, and says when it found more than its limit', async () => {
    const store = world();
    const question = { words: ['east'], match: 'prefixes', types: ['Inspection'], limit: 2 } as const;
    const both = await store.searchCandidates(question);
    expect(both.nodes.map(({ id }) => id).sort()).toEqual(['inspection/first', 'inspection/second']);
    expect(both.truncated).toBe(false);
    const one = await store.searchCandidates({ ...question, limit: 1 });
    expect(one.nodes).toHaveLength(1);
    expect(one.truncated).toBe(true);
  });

  test('the relationships of a node come both ways, by id, and to a limit', async () => {
    const store = world();
    const ask = (of: string[], among: boolean, limit: number) =>
      store.adjacent({ of: of.map(nodeId), types: null, among, limit });
    const touching = smallWorld.relationships
      .filter(({ from, to }) => from === service || to === service)
      .map(({ id, type, from, to }) => ({ id, type, from, to }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(await ask([service], false, 10)).toEqual({ relationships: touching, truncated: false });
    expect(await ask([service], false, 5)).toEqual({ relationships: touching, truncated: false });
    expect(await ask([service], false, 4)).toEqual({
      relationships: touching.slice(0, 4),
      truncated: true,
    });
    const both = await ask([service, 'person/ada'], true, 10);
    expect(both.relationships.map(({ type }) => type).sort()).toEqual([
      'HOLDS_POST',
      'HOLDS_POST',
      'PART_OF',
    ]);
    expect(await ask([], false, 10)).toEqual({ relationships: [], truncated: false });
    const posts = await store.adjacent({ of: [service], types: ['HOLDS_POST'], among: false, limit: 9 });
    expect(posts.relationships).toHaveLength(2);
  });

  test.each<[FacetDimension, string[]]>([
    [
      'type',
      [
        'Document 2 (0)',
        'Inspection 2 (1)',
        'Judgement 2 (2)',
        'Organisation 2 (0)',
        'Person 2 (0)',
        'Measure 1 (0)',
        'Quote 1 (0)',
        'Region 1 (0)',
      ],
    ],
    [
      'kind',
      [
        'service area 2 (1)',
        'county 1 (0)',
        'direct 1 (0)',
        'inspected body 1 (0)',
        'inspectorate 1 (0)',
        'news article 1 (0)',
        'report 1 (0)',
      ],
    ],
    ['grade', ['none#consistently inadequate 1 (1)', 'ofsted-social-care-2005#4 1 (1)']],
    ['year', ['2008 6 (3)', '2012 1 (0)']],
    ['document', ['document/article 2 (1)', 'document/report 1 (1)']],
    [
      'relationship',
      [
        'HOLDS_POST 3 (0)',
        'CONDUCTED 2 (0)',
        'INSPECTED 2 (0)',
        'JUDGED 2 (0)',
        'ABOUT 1 (0)',
        'COVERED 1 (0)',
        'PART_OF 1 (0)',
        'QUOTED_IN 1 (0)',
        'SAID 1 (0)',
        'STATED 1 (0)',
      ],
    ],
  ])('the small world is counted by %s, the most first and the disputed among them', async (by, expected) => {
    const store = world();
    const counts = await store.facets({ ids: null, types: null, where: null, by: [by] });
    expect(counts.map(({ key, count, disputed }) => `${key} ${count} (${disputed})`)).toEqual(expected);
  });

  test('facets count what was asked for alone, dimension by dimension as asked', async () => {
    const store = world();
    const question = { ids: [first, service, service], types: null, where: null } as const;
    expect(await store.facets({ ...question, by: ['year', 'type'] })).toEqual([
      { by: 'year', key: '2008', count: 1, disputed: 1 },
      { by: 'type', key: 'Inspection', count: 1, disputed: 1 },
      { by: 'type', key: 'Organisation', count: 1, disputed: 0 },
    ]);
    const disputed = { kind: 'disputed', value: false } as const;
    expect(await store.facets({ ...question, where: disputed, by: ['type'] })).toEqual([
      { by: 'type', key: 'Organisation', count: 1, disputed: 0 },
    ]);
    const north = { ids: [first], types: null, where: null, by: ['relationship'] } as const;
    const touching = await store.facets(north);
    expect(touching.map(({ key, count }) => `${key} ${count}`)).toEqual([
      'JUDGED 2',
      'CONDUCTED 1',
      'COVERED 1',
      'INSPECTED 1',
    ]);
    expect(await store.facets({ ids: [], types: null, where: null, by: ['type'] })).toEqual([]);
  });

  test('a walk through all ids in batches meets each node once', async () => {
    const store = world();
    const walked: string[] = [];
    for (;;) {
      const after = walked.at(-1);
      const batch = await store.nodeIds({ types: null, after: after ? nodeId(after) : null, limit: 4 });
      if (batch.length === 0) break;
      walked.push(...batch);
    }
    expect(walked).toEqual(smallWorld.nodes.map(({ id }) => id).sort());
  });
}
