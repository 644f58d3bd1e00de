import { foldText } from '../../schema/fold-text.ts';
import { parsePartialDate } from '../../schema/parse-partial-date.ts';
import { datesOverlap } from '../../schema/partial-date.ts';
import type { GraphNode, GraphRecords, GraphRelationship, StatementValue } from '../../schema/records.ts';
import { differInGrade, isRejected, judgementsByArea } from './settle-judgements.ts';
import { isList, type PropertyStatements, statementsByProperty } from './settle-standings.ts';

/**
 * Fills `disputed`: the properties with two values that nobody rejected and that cannot both be true; `grade`
 * on judgements of one inspection and area that differ in it; and `judgements` on that inspection. Standings
 * and grades must be settled before.
 */
export function markDisputes(records: GraphRecords): GraphRecords {
  const disputes = new Map<string, Set<string>>();
  const mark = (id: string, what: string) => {
    const known = disputes.get(id);
    if (known) known.add(what);
    else disputes.set(id, new Set([what]));
  };
  for (const group of statementsByProperty(records)) if (isDisputed(group)) mark(group.of, group.property);
  for (const { inspection, judgements } of judgementsByArea(records)) {
    if (!differInGrade(judgements)) continue;
    mark(inspection, 'judgements');
    for (const judgement of judgements) if (!isRejected(judgement)) mark(judgement.id, 'grade');
  }
  const marked = <Kept extends GraphNode | GraphRelationship>(record: Kept): Kept => ({
    ...record,
    disputed: [...(disputes.get(record.id) ?? [])].sort(),
  });
  return {
    ...records,
    nodes: records.nodes.map(marked),
    relationships: records.relationships.map(marked),
  };
}

function isDisputed({ kind, statements }: PropertyStatements): boolean {
  if (isList(kind)) return false;
  const values = statements.filter(({ standing }) => standing !== 'rejected').map(({ value }) => value);
  const compatible = kind === 'date' ? canBothBeDates : sameValue;
  return values.some((value, index) => values.slice(index + 1).some((other) => !compatible(value, other)));
}

/** Two dates can both be true where their ranges share a day. */
function canBothBeDates(a: StatementValue, b: StatementValue): boolean {
  const [left, right] = [parsePartialDate(String(a)), parsePartialDate(String(b))];
  return left !== null && right !== null && datesOverlap(left, right);
}

function sameValue(a: StatementValue, b: StatementValue): boolean {
  return typeof a === 'string' && typeof b === 'string' ? foldText(a) === foldText(b) : a === b;
}
