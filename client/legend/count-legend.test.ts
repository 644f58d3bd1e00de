import { expect, test } from 'vitest';
import { runCommand } from '../exploration/run-command.ts';
import { exploreSmallWorld } from '../exploration/small-world.ts';
import { countDisputed, countGrades, countRelationshipTypes, countTypes } from './count-legend.ts';

const totals = {
  types: new Map([
    ['Quote', 24],
    ['Inspection', 11],
    ['Document', 6],
  ]),
  grades: new Map([
    ['ofsted-social-care-2005#2', 3],
    ['ofsted-social-care-2013#2', 4],
    ['area-send-2023#2', 5],
    ['none#consistently inadequate', 1],
  ]),
  relationships: new Map([['INSPECTED', 11]]),
  disputed: 6,
};

test('each type is counted on the canvas and in the graph, those of the graph alone too', () => {
  const rows = countTypes(exploreSmallWorld(), totals);
  expect(rows).toContainEqual({ key: 'Quote', shown: 1, inGraph: 24 });
  expect(rows).toContainEqual({ key: 'Document', shown: 0, inGraph: 6 });
});

test('a type that is filtered away stays in the legend, with none shown', () => {
  const { state } = runCommand(exploreSmallWorld(), {
    kind: 'filterFacet',
    dimension: 'type',
    key: 'Quote',
    shown: false,
  });
  expect(countTypes(state, null)).toContainEqual({ key: 'Quote', shown: 0, inGraph: null });
});

test('grades stand best first, and are counted over scales that have as many ranks', () => {
  const rows = countGrades(exploreSmallWorld(), totals);
  expect(rows.map(({ labels, shown }) => [labels.join(), shown])).toEqual([
    ['outstanding', 1],
    ['good', 2],
  ]);
  expect(rows[1]?.inGraph).toBe(7);
});

test('relationships are counted while both of their ends are shown', () => {
  const { state } = runCommand(exploreSmallWorld(), {
    kind: 'filterFacet',
    dimension: 'type',
    key: 'Organisation',
    shown: false,
  });
  expect(countRelationshipTypes(exploreSmallWorld(), totals)).toContainEqual({
    key: 'INSPECTED',
    shown: 2,
    inGraph: 11,
  });
  expect(countRelationshipTypes(state, totals)).toContainEqual({ key: 'INSPECTED', shown: 0, inGraph: 11 });
});

test('two judgements that contradict each other are two disputed nodes', () => {
  expect(countDisputed(exploreSmallWorld())).toBe(2);
});
