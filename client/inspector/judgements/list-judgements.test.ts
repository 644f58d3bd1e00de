import { expect, test } from 'vitest';
import { smallDetail } from '../small-detail.ts';
import { listJudgements, listRivals } from './list-judgements.ts';

test('judgements stand area by area, overall first; an area with two labels is disputed', () => {
  expect(
    listJudgements(smallDetail).map(({ area, judgements, isDisputed }) => [
      area,
      judgements.length,
      isDisputed,
    ]),
  ).toEqual([
    ['overall', 2, true],
    ['leadership', 1, false],
  ]);
});

test('a judgement stands with those of its inspection and area that contradict it, and with no other', () => {
  const judgedBeside = smallDetail.neighbours.map(({ node, sources }) => ({ node, sources }));
  const [overall] = judgedBeside.filter(({ node }) => node.record.properties.area === 'overall');
  if (!overall) throw new Error('the small detail has no overall judgement');
  const [rivals, ...others] = listRivals({ ...smallDetail, node: overall.node, judgedBeside });
  expect(others).toEqual([]);
  expect(rivals?.isDisputed).toBe(true);
  expect(rivals?.judgements.map(({ node }) => node.record.properties.label)).toEqual(['Good', 'Outstanding']);
});
