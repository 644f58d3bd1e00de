import { expect, test } from 'vitest';
import type { NodeId } from '../../../schema/ids.ts';
import { orderByCitation } from './order-by-citation.ts';

function order(cites: Readonly<Record<string, readonly string[]>>): string[] {
  const given = new Map(Object.entries(cites)) as unknown as ReadonlyMap<NodeId, readonly NodeId[]>;
  return orderByCitation(given).map((group) => [...group].sort().join('+'));
}

test('a document comes after those that it cites', () => {
  expect(order({ summary: ['report'], report: ['minutes'], minutes: [] })).toEqual([
    'minutes',
    'report',
    'summary',
  ]);
});

test('documents that cite each other come together, after what they cite and before what cites them', () => {
  expect(order({ last: ['b'], a: ['b'], b: ['c'], c: ['a', 'first'], first: ['first'] })).toEqual([
    'first',
    'a+b+c',
    'last',
  ]);
});

test('what is cited and not among them does not count', () => {
  expect(order({ report: ['elsewhere'], other: [] })).toEqual(['report', 'other']);
});

test('a chain may be as long as it is', () => {
  const chain = Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`d${at}`, [`d${at + 1}`]]));
  expect(order(chain).slice(0, 2)).toEqual(['d49999', 'd49998']);
});
