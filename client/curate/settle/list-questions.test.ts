import { expect, test } from 'vitest';
import type { JudgedSide, NodeDetail, Said } from '../../api/detail.ts';
import { shownNode } from '../../exploration/small-world.ts';
import { listQuestions, type Question } from './list-questions.ts';
import { checkSettleDraft, emptySettleDraft, outcomeOf } from './settle-draft.ts';

const said = (property: string, value: string, standing: Said['standing']): Said => ({
  id: `statement/${property} ${value}`,
  property,
  value,
  words: value,
  standing,
  reason: null,
  sources: [],
});

const judged = (label: string, rank: number, standing: string): JudgedSide => ({
  node: shownNode(
    `judgement/${label.toLowerCase()}-${rank}${standing === 'stands' ? '' : 'x'}`,
    'Judgement',
    {
      name: label,
      area: 'overall',
      label,
      standing,
      grade: { scale: 'ofsted-social-care-2013', rank, of: 4 },
    },
  ),
  sources: [],
});

const inspection = shownNode('inspection/2018', 'Inspection', { name: '2018' });
const detail: NodeDetail = {
  node: { ...inspection, record: { ...inspection.record, version: 3, disputed: ['startedOn'] } },
  url: '',
  sources: [],
  said: [
    said('purpose', 'to see', 'stands'),
    said('startedOn', '2018', 'also said'),
    said('startedOn', '2018-02', 'stands'),
    said('startedOn', '2019', 'also said'),
  ],
  neighbours: [],
  isWhole: true,
  postsThen: [],
  judgedBeside: [],
};

test('what is disputed comes first, with what stands as its first side, at the version of the record', () => {
  const [first, second] = listQuestions(detail);
  expect(first).toMatchObject({ key: 'startedOn', isDisputed: true });
  expect(first?.sides.map(({ words, version }) => [words, version])).toEqual([
    ['2018-02', 3],
    ['2018', 3],
    ['2019', 3],
  ]);
  expect(second).toMatchObject({ key: 'purpose', isDisputed: false });
});

test('before a verdict is saved one sees what it rejects: not what can be true beside it', () => {
  const [question] = listQuestions(detail);
  if (!question) throw new Error('there is no question');
  const draft = { ...emptySettleDraft('key'), chosen: 'statement/startedOn 2018-02' };
  expect(outcomesOf(question, draft)).toEqual([
    'will stand',
    'stays: it can be true beside it',
    'will be rejected',
  ]);
  expect(outcomesOf(question, { ...draft, verdict: 'rejected' })).toEqual([
    'will be rejected',
    'also said',
    'also said',
  ]);
});

test('of judgements those of another grade are rejected; one that was rejected may be settled anew', () => {
  const node = shownNode('judgement/good-2', 'Judgement', { name: 'Good', area: 'overall', label: 'Good' });
  const beside = [
    judged('Good', 2, 'stands'),
    judged('Outstanding', 1, 'rejected'),
    judged('good', 2, 'also said'),
  ];
  const [question] = listQuestions({ ...detail, node, said: [], judgedBeside: beside });
  expect(question).toMatchObject({ label: 'the overall judgement', isDisputed: false });
  if (!question) return;
  const draft = { ...emptySettleDraft('key'), chosen: 'judgement/outstanding-1x' };
  expect(outcomesOf(question, draft)).toEqual(['will be rejected', 'will be rejected', 'will stand']);
});

test('a verdict needs a side and a reason', () => {
  const [question] = listQuestions(detail);
  expect(question && Object.keys(checkSettleDraft(emptySettleDraft('key'), question)).sort()).toEqual([
    'chosen',
    'reason',
  ]);
});

function outcomesOf(question: Question, draft: Parameters<typeof outcomeOf>[2]) {
  return question.sides.map((side) => outcomeOf(side, question, draft));
}
