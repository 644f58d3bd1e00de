import { gradeScales } from '../../../schema/grade-scales.ts';
import { printPartialDate } from '../../../schema/partial-date.ts';
import { rankTone } from '../../../schema/rank-tone.ts';
import type { Exploration, ShownNode } from '../../exploration/exploration.ts';
import { disputedJudgements, inspectionOfJudgements } from '../../exploration/visible.ts';
import { type BandLayout, placeDate, type Within } from './place-date.ts';
import type { Mark, RankRow } from './timeline.ts';

const ROW = 11.5;

interface Row extends RankRow {
  readonly key: string;
}

/** Those on the whole of what was inspected, and not rejected. */
export function overallJudgements(nodes: readonly ShownNode[]): readonly ShownNode[] {
  return nodes.filter(
    ({ record: { type, properties } }) =>
      type === 'Judgement' && properties.area === 'overall' && properties.standing !== 'rejected',
  );
}

/** Judgements in a row for each rank, best first; words that no scale knows stand in a last row of their own. */
export function layOutJudgements(
  judgements: readonly ShownNode[],
  within: Within,
  exploration: Exploration,
): BandLayout & { readonly ranks: readonly RankRow[] } {
  const rows = rowsOf(judgements);
  const disputed = disputedJudgements(exploration);
  const inspections = inspectionOfJudgements(exploration);
  const marks = judgements.flatMap((judgement): readonly Mark[] => {
    const { id, properties } = judgement.record;
    const { date, grade, label } = properties;
    const row = rows.find(({ key }) => key === keyOf(judgement));
    if (!date || !row) return [];
    const isDisputed = disputed.has(id);
    const inspection = inspections.get(id);
    const of = inspection && exploration.nodes.get(inspection)?.record.properties.name;
    const words = [`overall ${label ?? 'no grade'}`, of, printPartialDate(date), isDisputed && 'disputed'];
    return [
      {
        kind: 'judgement',
        id,
        node: id,
        words: words.filter(Boolean).join(', '),
        y: row.y,
        tone: rankTone(grade?.rank, grade?.of),
        isDisputed,
        ...placeDate(date, within),
      },
    ];
  });
  return { height: rows.length * ROW, marks, ranks: rows };
}

/** All ranks of the scales that are used; two scales with as many ranks share their rows. */
function rowsOf(judgements: readonly ShownNode[]): readonly Row[] {
  const sizes = new Set(judgements.flatMap(({ record }) => record.properties.grade?.of ?? []));
  const keys = [...sizes].flatMap((of) => Array.from({ length: of }, (_, index) => `${index + 1}/${of}`));
  const hasUnranked = judgements.some(({ record }) => !record.properties.grade);
  return [...keys, ...(hasUnranked ? [UNRANKED] : [])].map((key, index) => ({
    key,
    label: labelOf(
      key,
      judgements.filter((judgement) => keyOf(judgement) === key),
      judgements,
    ),
    y: (index + 0.5) * ROW,
  }));
}

const UNRANKED = 'unranked';

function keyOf({ record }: ShownNode): string {
  const { grade } = record.properties;
  return grade ? `${grade.rank}/${grade.of}` : UNRANKED;
}

/** The words as printed; for a rank that nobody got, those of the scale. */
function labelOf(key: string, here: readonly ShownNode[], all: readonly ShownNode[]): string {
  if (key === UNRANKED) return 'on no scale';
  const printed = new Set(here.map(({ record }) => record.properties.label?.toLowerCase() ?? ''));
  if (printed.size > 0) return [...printed].join(', ');
  const [rank, of] = key.split('/').map(Number);
  const grade = all.map(({ record }) => record.properties.grade).find((each) => each?.of === of);
  return (grade && gradeScales[grade.scale].ranks[(rank ?? 0) - 1]?.[0]) ?? '';
}
