import type { NodeId } from '../../../schema/ids.ts';
import { differInGrade } from '../../graph/settle-judgements.ts';
import { conflictWith } from '../check-version.ts';
import { DraftBuilder } from '../drafts/draft-builder.ts';
import { judgementsBeside } from '../drafts/judgements-beside.ts';
import { KnownGraph } from '../drafts/known-graph.ts';
import { withValue } from '../drafts/set-property.ts';
import { type Edit, missing, refused, wrongType } from '../edit.ts';
import type { Verdict } from '../verdict.ts';

export interface SettleJudgementInput {
  readonly judgement: NodeId;
  readonly expectedVersion: number;
  readonly verdict: Verdict;
}

/** Says which of the judgements on one area stands; the reason is that of the change, in the journal. */
export function* settleJudgement({ judgement, expectedVersion, verdict }: SettleJudgementInput): Edit {
  const known = new KnownGraph();
  yield* known.readRecords([judgement]);
  const group = known.node(judgement);
  if (!group) return refused(missing('judgement', judgement, 'judgement'));
  if (group.record.type !== 'Judgement') return refused(wrongType('judgement', judgement, group.record.type));
  const conflict = conflictWith(group, judgement, expectedVersion);
  if (conflict) return refused(conflict);
  const { id, properties } = group.record;
  const draft = new DraftBuilder(known);
  // Without a standing of its own it gets the one that follows from what it rests on.
  draft.put(withValue(group, 'standing', verdict === 'rejected' ? 'rejected' : null));
  if (verdict !== 'stands') return draft.result();
  yield* known.readTouching([id], ['JUDGED']);
  const inspections = known.relationshipsOf(id).filter(({ type }) => type === 'JUDGED');
  for (const { from } of inspections) {
    yield* known.readTouching([from], ['JUDGED']);
    const area = properties.area ?? properties.areaAsPrinted ?? '';
    const open = { ...group.record, properties: { ...properties, standing: 'stands' } };
    for (const other of judgementsBeside(known, from, area))
      if (other.record.id !== id && differInGrade([open, other.record]))
        draft.put(withValue(other, 'standing', 'rejected'));
  }
  return draft.result();
}
