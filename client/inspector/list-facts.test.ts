import { expect, test } from 'vitest';
import { listDisputes, listFacts } from './list-facts.ts';
import { smallDetail } from './small-detail.ts';

test('a fact has the sources of its own statement, and without one those of the node', () => {
  const facts = listFacts(smallDetail);
  const sourcesOf = (property: string) =>
    facts.find((fact) => fact.property === property)?.sources.map(({ document }) => document?.name);
  expect(sourcesOf('startedOn')).toEqual(['statistics']);
  expect(sourcesOf('purpose')).toEqual(['article', 'article']);
});

test('dates are told in words, and the name is not told again', () => {
  const facts = listFacts(smallDetail);
  expect(facts.map(({ label, values }) => [label, ...values])).toEqual([
    ['began', 'February 2018'],
    ['purpose', 'to see what works'],
  ]);
});

test('a dispute shows what stands first, and nothing that was rejected', () => {
  const [dispute] = listDisputes(['startedOn', 'judgements'], smallDetail.said);
  expect(dispute?.label).toBe('when it began');
  expect(dispute?.sides.map(({ words }) => words)).toEqual(['February 2018', '2019']);
});
