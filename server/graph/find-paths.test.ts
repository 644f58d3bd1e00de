import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Path } from '../../schema/records.ts';
import type { RelationshipType } from '../../schema/relationship-types.ts';
import { answerQuestion, relationshipsOf, smallId } from '../../test/support/answer-adjacency.ts';
import type { Adjacency } from '../store/graph-store.ts';
import { findPaths, type PathsQuestion } from './find-paths.ts';

const world = relationshipsOf([
  ['ann', 'HOLDS_POST', 'body'],
  ['body', 'INSPECTED', 'visit'],
  ['ann', 'LED', 'visit'],
  ['visit', 'COVERED', 'town'],
  ['bob', 'HOLDS_POST', 'body', '2004'],
  ['bob', 'HOLDS_POST', 'body', '2010'],
]);

test('the shortest path comes first, then the longer one', () => {
  expect(namesOf(ask({ from: smallId('ann'), to: smallId('visit') }).paths)).toEqual([
    'ann visit',
    'ann body visit',
  ]);
});

test('direction does not matter', () => {
  expect(namesOf(ask({ from: smallId('town'), to: smallId('ann'), maxHops: 2 }).paths)).toEqual([
    'town visit ann',
  ]);
});

test('two posts of one person are two paths', () => {
  expect(ask({ from: smallId('bob'), to: smallId('body') }).paths).toHaveLength(2);
});

test('a tie that does not fit is told', () => {
  expect(ask({ from: smallId('bob'), to: smallId('body'), first: 1 })).toMatchObject({ truncated: true });
});

test('longer paths that are left out are no tie', () => {
  expect(ask({ from: smallId('ann'), to: smallId('visit'), first: 1 })).toMatchObject({ truncated: false });
});

test('only the given types are followed', () => {
  const found = ask({ from: smallId('ann'), to: smallId('visit'), types: ['HOLDS_POST', 'INSPECTED'] });
  expect(namesOf(found.paths)).toEqual(['ann body visit']);
});

test('a node is at no distance from itself', () => {
  expect(ask({ from: smallId('ann'), to: smallId('ann') })).toEqual({
    paths: [{ nodes: [smallId('ann')], relationships: [] }],
    truncated: false,
  });
});

test('a node without relationships has no path, and two questions settle it', () => {
  const { answer, asked } = answerQuestion(world, findPaths(question({ to: smallId('nobody') })));
  expect(answer).toEqual({ paths: [], truncated: false });
  expect(asked.length).toBeLessThanOrEqual(2);
});

test('a search that reaches its cap says so and gives what it has seen', () => {
  const hub = relationshipsOf(
    Array.from({ length: 50 }, (_, index) => ['hub', 'CONDUCTED', `visit-${index}`] as const),
  );
  const asking = question({ from: smallId('hub'), to: smallId('nobody'), relationshipCap: 10 });
  expect(answerQuestion(hub, findPaths(asking)).answer).toEqual({ paths: [], truncated: true });
});

test('a search through many relationships pauses on the way', () => {
  const middles = Array.from({ length: 300 }, (_, index) => `m${index}`);
  const fars = Array.from({ length: 100 }, (_, index) => `f${index}`);
  const wide = relationshipsOf([
    ...middles.map((middle) => ['ann', 'SAID', middle] as const),
    ...middles.flatMap((middle) => fars.map((far) => [middle, 'ABOUT', far] as const)),
    ...fars.map((far) => [far, 'LED', 'bob'] as const),
  ]);
  const asking = question({ from: smallId('ann'), to: smallId('bob') });
  const { answer, pauses } = answerQuestion(wide, findPaths(asking));
  expect(answer.paths).toHaveLength(10);
  expect(pauses).toBeGreaterThan(5);
});

test('it asks one question a level at most', () => {
  const chain = relationshipsOf(
    Array.from({ length: 6 }, (_, index) => [`n${index}`, 'FOLLOWED', `n${index + 1}`] as const),
  );
  const { answer, asked } = answerQuestion(
    chain,
    findPaths(question({ from: smallId('n0'), to: smallId('n6') })),
  );
  expect(answer.paths).toHaveLength(1);
  expect(asked.length).toBeLessThanOrEqual(6);
});

test('it finds what trying every walk finds, in the same order', () => {
  const types: readonly RelationshipType[] = ['ABOUT', 'LED', 'SAID'];
  const name = fc.integer({ min: 0, max: 6 }).map((index) => `n${index}`);
  const row = fc.tuple(name, fc.constantFrom(...types), name, fc.constantFrom('', 'b'));
  const rows = fc.uniqueArray(row, { maxLength: 14, selector: (cells) => cells.join() });
  fc.assert(
    fc.property(
      rows,
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: 1, max: 10 }),
      (given, maxHops, first) => {
        const graph = relationshipsOf(given);
        const asking = question({ from: smallId('n0'), to: smallId('n1'), maxHops, first });
        const { answer } = answerQuestion(graph, findPaths(asking));
        const all = everyPath(graph, asking);
        expect(answer.paths).toEqual(all.slice(0, first));
        const last = all[first - 1];
        const tie = last !== undefined && all[first]?.nodes.length === last.nodes.length;
        expect(answer.truncated).toBe(tie);
      },
    ),
    { numRuns: 400 },
  );
});

function question(given: Partial<PathsQuestion>): PathsQuestion {
  return { from: smallId('ann'), to: smallId('visit'), maxHops: 6, first: 10, types: null, ...given };
}

function ask(given: Partial<PathsQuestion>) {
  return answerQuestion(world, findPaths(question(given))).answer;
}

function namesOf(paths: readonly Path[]): string[] {
  return paths.map(({ nodes }) => nodes.map((node) => node.slice('node/'.length)).join(' '));
}

/** The plain way: every walk, then sort. */
function everyPath(graph: Adjacency['relationships'], { from, to, maxHops }: PathsQuestion): Path[] {
  const found: { path: Path; types: string[] }[] = [];
  const walk = (path: Path, types: string[]) => {
    const node = path.nodes[path.nodes.length - 1];
    if (node === to) found.push({ path, types });
    else if (types.length < maxHops)
      for (const { id, type, from: start, to: end } of graph) {
        const far = start === node ? end : end === node ? start : undefined;
        if (far === undefined || path.nodes.includes(far)) continue;
        walk({ nodes: [...path.nodes, far], relationships: [...path.relationships, id] }, [...types, type]);
      }
  };
  walk({ nodes: [from], relationships: [] }, []);
  const keyOf = ({ path, types }: (typeof found)[number]) =>
    [types.length, types.join(), path.nodes.join(), path.relationships.join()].join('|');
  return found.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).map(({ path }) => path);
}
