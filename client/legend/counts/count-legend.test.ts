import { expect, test } from 'vitest';
import { nodeId } from '../../../schema/ids.ts';
import type { NodeType } from '../../../schema/node-types.ts';
import { nodeTypeNames, propertiesOf } from '../../../schema/node-types.ts';
import type { GraphTotals } from '../../api/load.ts';
import type { SourceDocument } from '../../exploration/exploration.ts';
import { runCommand } from '../../exploration/run-command.ts';
import { exploreSmallWorld, shownNode, smallWorld } from '../../exploration/small-world.ts';
import { countedTypes } from '../load-totals.ts';
import { countGrades } from './count-grades.ts';
import {
  countBases,
  countDemand,
  countKinds,
  countRelationshipTypes,
  countTypes,
  typesWithKinds,
} from './count-legend.ts';
import { countSources } from './count-sources.ts';
import { countYears } from './count-years.ts';

const world = exploreSmallWorld();
const totals = {
  types: new Map([
    ['Quote', 24],
    ['Inspection', 11],
    ['Document', 6],
  ]),
  grades: new Map([
    ['ofsted-social-care-2005#2', 3],
    ['ofsted-social-care-2013#2', 4],
    ['none#Consistently inadequate', 1],
  ]),
  relationships: new Map([['INSPECTED', 11]]),
  disputed: 6,
};

const quotesOff = { kind: 'filterFacet', dimension: 'type', key: 'Quote', shown: false } as const;

test('each type is counted on the canvas and in the graph, those of the graph alone too', () => {
  const rows = countTypes(world, totals);
  expect(rows).toContainEqual(expect.objectContaining({ type: 'Quote', shown: 1, inGraph: 24 }));
  expect(rows).toContainEqual(expect.objectContaining({ type: 'Document', shown: 0, inGraph: 6 }));
});

test('what is filtered away stays in the legend, with none shown', () => {
  const { state } = runCommand(world, quotesOff);
  expect(countTypes(state, null)).toContainEqual(
    expect.objectContaining({ type: 'Quote', shown: 0, inGraph: null }),
  );
  const empty = runCommand(state, { kind: 'remove', ids: [nodeId('quote/grit')] }).state;
  expect(countTypes(empty, null).map(({ type }) => type)).toContain('Quote');
});

test('grades stand by their scale, best first, and are counted with their scale alone', () => {
  const judgement = shownNode('judgement/2009', 'Judgement', {
    name: 'overall: consistently inadequate',
    label: 'consistently inadequate',
  });
  const older = shownNode('judgement/2008', 'Judgement', {
    name: 'overall: good',
    label: 'Good',
    grade: { scale: 'ofsted-social-care-2005', rank: 2, of: 4 },
  });
  const { state } = runCommand(world, { kind: 'show', nodes: [judgement, older], relationships: [] });
  const scales = countGrades(state, totals).map(({ scale, rows }) => [
    scale,
    rows.map(({ words, shown, inGraph, rank }) => [words, rank, shown, inGraph]),
  ]);
  expect(scales).toEqual([
    ['ofsted-social-care-2005', [['good', 2, 1, 3]]],
    [
      'ofsted-social-care-2013',
      [
        ['outstanding', 1, 1, 0],
        ['good', 2, 2, 4],
      ],
    ],
    [null, [['consistently inadequate', undefined, 1, 1]]],
  ]);
});

test('few grades of the graph are there before anything with them is, many are not', () => {
  const bare = runCommand(world, { kind: 'remove', ids: [...world.nodes.keys()] }).state;
  const wordsOf = (grades: GraphTotals['grades']) =>
    countGrades(bare, { ...totals, grades }).flatMap(({ rows }) =>
      rows.map(({ words, shown }) => [words, shown]),
    );
  expect(wordsOf(totals.grades)).toEqual([
    ['good', 0],
    ['good', 0],
    ['consistently inadequate', 0],
  ]);
  const many = Array.from({ length: 13 }, (_, index) => [`none#Label ${index}`, 2] as const);
  expect(wordsOf(new Map(many))).toEqual([]);
});

test('relationships are counted while both of their ends are shown', () => {
  const { state } = runCommand(world, {
    kind: 'filterFacet',
    dimension: 'type',
    key: 'Organisation',
    shown: false,
  });
  const inspected = { words: 'inspected', inGraph: 11 };
  expect(countRelationshipTypes(world, totals)).toContainEqual(
    expect.objectContaining({ ...inspected, shown: 2 }),
  );
  expect(countRelationshipTypes(state, totals)).toContainEqual(
    expect.objectContaining({ ...inspected, shown: 0 }),
  );
  expect(countBases(world).map(({ words, shown }) => [words, shown])).toEqual([['stated by a source', 10]]);
});

test('kinds stand below their type, with how many the graph has', () => {
  const more = { kinds: new Map([['Inspection', new Map([['national', 3]])]] as const), sources: new Map() };
  const kindsOf = (type: NodeType) => countKinds(world, type, more);
  expect(typesWithKinds(world).map((type) => [type, kindsOf(type).map(({ words }) => words)])).toEqual([
    ['Organisation', ['inspected body', 'inspectorate']],
    ['Inspection', ['national']],
  ]);
  expect(kindsOf(typesWithKinds(world)[1] ?? 'Person')[0]).toMatchObject({ shown: 2, inGraph: 3 });
});

test('every type with kinds is asked for its totals', () => {
  const withKinds = nodeTypeNames.filter((type) => propertiesOf(type).includes('kind'));
  expect([...countedTypes].sort()).toEqual([...withKinds].sort());
});

test('years run without a gap, and say how much of each is seen', () => {
  const window = { from: '2014-01', to: '2014-12' };
  const { state } = runCommand(world, { kind: 'filterTime', time: { kind: 'window', window } });
  const rows = countYears(state).map(({ words, shown, onCanvas }) => [words, shown, onCanvas]);
  expect(rows).toEqual([
    ['2014', 1, 1],
    ['2015', 0, 0],
    ['2016', 0, 0],
    ['2017', 0, 0],
    ['2018', 0, 1],
  ]);
  expect(countYears(runCommand(world, { kind: 'remove', ids: [...world.nodes.keys()] }).state)).toEqual([]);
});

test('sources are counted by the nodes whose own evidence is in them', () => {
  const report: SourceDocument = { id: nodeId('document/report'), name: 'Report', isPrimary: true };
  const article: SourceDocument = { id: nodeId('document/article'), name: 'Article', isPrimary: false };
  const [first, second, ...others] = smallWorld.nodes;
  if (!first || !second) throw new Error('the small world has changed');
  const nodes = [{ ...first, documents: [report, article] }, { ...second, documents: [report] }, ...others];
  const { state } = runCommand(world, { kind: 'show', nodes, relationships: [] });
  const rows = countSources(state, { kinds: new Map(), sources: new Map([[report.id, 60]]) });
  expect(rows.map(({ words, isPrimary, shown, inGraph }) => [words, isPrimary, shown, inGraph])).toEqual([
    ['Report', true, 2, 60],
    ['Article', false, 1, 0],
  ]);
  expect(countDemand(state, 'primary')).toBe(2);
});

test('two judgements that contradict each other are two disputed nodes', () => {
  expect(countDemand(world, 'disputed')).toBe(2);
});
