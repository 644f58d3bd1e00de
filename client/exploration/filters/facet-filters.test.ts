import { expect, test } from 'vitest';
import { nodeId } from '../../../schema/ids.ts';
import { partialDate } from '../../../schema/parse-partial-date.ts';
import { type Command, labelCommand } from '../commands.ts';
import type { Exploration, ShownNode, ShownRelationship, SourceDocument } from '../exploration.ts';
import { runCommand } from '../run-command.ts';
import { exploreSmallWorld, shownNode, smallWorld } from '../small-world.ts';
import { visibleNodes, visibleRelationships } from '../visible.ts';
import { keysOfNode } from './facet-keys.ts';
import type { Facet } from './facets.ts';

const report: SourceDocument = { id: nodeId('document/report'), name: 'Report', isPrimary: true };
const article: SourceDocument = { id: nodeId('document/article'), name: 'Article', isPrimary: false };

const resting = <Shown extends ShownNode | ShownRelationship>(
  shown: Shown,
  ...documents: SourceDocument[]
) => ({
  ...shown,
  documents,
});

/** The small world, resting on an article but for the inspection of 2018, on a report; one more is not graded. */
const world = runCommand(exploreSmallWorld(), {
  kind: 'show',
  nodes: [
    ...smallWorld.nodes.map((node) => resting(node, isOf2018(node.record.id) ? report : article)),
    resting(
      shownNode('inspection/visit', 'Inspection', {
        name: 'Focused visit',
        kind: 'focused visit',
        date: partialDate('2021-12/2022-01'),
      }),
      article,
    ),
  ],
  relationships: smallWorld.relationships.map((shown) =>
    resting(shown, isOf2018(shown.record.from) ? report : article),
  ),
}).state;

function isOf2018(id: string): boolean {
  return id.includes('2018');
}

function after(...commands: readonly Command[]): Exploration {
  return commands.reduce((state, command) => runCommand(state, command).state, world);
}

const seen = (state: Exploration) => visibleNodes(state).map(({ record }) => record.id);
const gone = (state: Exploration) => seen(world).filter((id) => !seen(state).includes(id));
const off = (facet: Facet): Command => ({ kind: 'filterFacet', shown: false, ...facet });
const only = (facet: Facet): Command => ({ kind: 'showOnlyFacet', ...facet });
const good = { dimension: 'grade', key: 'ofsted-social-care-2013#2' } as const;

test('a grade that is switched off takes its judgements, both sides of a dispute apart, and leaves inspections', () => {
  expect(gone(after(off(good)))).toEqual(['judgement/2014/overall', 'judgement/2018/overall/good']);
});

test('only one grade shows the judgements and the inspections that got it, and all that has no grade by nature', () => {
  const best = after(only({ dimension: 'grade', key: 'ofsted-social-care-2013#1' }));
  expect(gone(best)).toEqual([
    'inspection/cafcass-2014',
    'judgement/2014/overall',
    'judgement/2018/overall/good',
    'inspection/visit',
  ]);
});

test('kinds are sorted within their type', () => {
  const state = after(only({ dimension: 'kind/Inspection', key: 'focused visit' }));
  expect(gone(state)).toEqual(['inspection/cafcass-2014', 'inspection/cafcass-2018']);
});

test('a date that can mean two years is seen while one of them is shown', () => {
  const [first, second] = ['2021', '2022'].map((key) => off({ dimension: 'year', key }));
  if (!first || !second) throw new Error('two years are two commands');
  expect(gone(after(first))).toEqual([]);
  expect(gone(after(first, second))).toEqual(['inspection/visit']);
});

test('only one year leaves what can have no date, people and bodies', () => {
  const state = after(only({ dimension: 'year', key: '2018' }));
  expect(seen(state)).toContain('person/anthony-douglas');
  expect(gone(state)).toContain('inspection/cafcass-2014');
});

test('an open interval is of the year that is known', () => {
  const event = shownNode('event/one', 'Event', { name: 'Event', date: partialDate('2009-05/..') });
  expect(keysOfNode(world, event, 'year')).toEqual(['2009']);
});

test('only one source shows what rests on it, with the ends of its relationships', () => {
  const state = after(only({ dimension: 'source', key: report.id }));
  expect(seen(state)).toEqual([
    'organisation/cafcass',
    'inspection/cafcass-2018',
    'judgement/2018/overall/good',
    'judgement/2018/overall/outstanding',
  ]);
  expect(visibleRelationships(state).map(({ record }) => record.type)).toEqual([
    'INSPECTED',
    'JUDGED',
    'JUDGED',
  ]);
});

test('only what has a primary source is the same here, where one document is primary', () => {
  const state = after({ kind: 'filterDemand', demand: 'primary', on: true });
  expect(seen(state)).toEqual(seen(after(only({ dimension: 'source', key: report.id }))));
});

test('a document rests on itself', () => {
  const node = shownNode('document/report', 'Document', { name: 'Report', standing: 'primary' });
  const { state } = runCommand(world, { kind: 'show', nodes: [node], relationships: [] });
  const found = runCommand(state, only({ dimension: 'source', key: report.id })).state;
  expect(seen(found)).toContain('document/report');
});

test('relationships are filtered by basis, and leave their ends', () => {
  const state = after(off({ dimension: 'basis', key: 'stated' }));
  expect(visibleRelationships(state)).toEqual([]);
  expect(gone(state)).toEqual([]);
});

test('filters of several ways hold at once, and each is taken away by itself', () => {
  const both = after(only({ dimension: 'type', key: 'Inspection' }), off({ dimension: 'year', key: '2014' }));
  expect(seen(both)).toEqual(['inspection/cafcass-2018', 'inspection/visit']);
  const { state } = runCommand(both, { kind: 'showAll', dimensions: ['type'] });
  expect(seen(state)).toEqual(seen(after(off({ dimension: 'year', key: '2014' }))));
});

test.each<[Command, string]>([
  [off({ dimension: 'type', key: 'Quote' }), 'hide all quotes'],
  [off(good), 'hide all judgements “good”'],
  [only({ dimension: 'kind/Inspection', key: 'national' }), 'show only inspections of the kind “national”'],
  [only({ dimension: 'year', key: '2014' }), 'show only what is of 2014'],
  [only({ dimension: 'source', key: report.id }), 'show only what rests on “Report”'],
  [off({ dimension: 'relationship', key: 'JUDGED' }), 'hide “judged”'],
  [off({ dimension: 'basis', key: 'outside' }), 'hide what is known from outside'],
  [{ kind: 'showAll', dimensions: ['kind/Inspection', 'year'] }, 'show all kinds of inspections and years'],
  [
    { kind: 'filterTime', time: { kind: 'asOf', day: partialDate('2014-04-01') } },
    'show the graph as of 1 April 2014',
  ],
  [
    { kind: 'styleType', type: 'Person', look: { tone: 'teal', size: 'large' } },
    'draw people large and in teal',
  ],
])('a step is said in words: %#', (command, words) => {
  expect(labelCommand(world, command)).toBe(words);
});
