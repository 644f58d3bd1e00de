import { foldText } from '../../../schema/fold-text.ts';
import { gradeOf } from '../../../schema/grade-scales.ts';
import type { NodeId } from '../../../schema/ids.ts';
import { areaKey } from '../../../schema/judgement-areas.ts';
import { parseNode } from '../../../schema/parse-record.ts';
import type { GraphNode } from '../../../schema/records.ts';
import { DraftBuilder } from '../drafts/draft-builder.ts';
import { judgementsBeside } from '../drafts/judgements-beside.ts';
import { KnownGraph } from '../drafts/known-graph.ts';
import { putRelationship } from '../drafts/put-relationship.ts';
import { type EvidenceInput, readEvidence } from '../drafts/read-evidence.ts';
import { addEvidence, moveEvidence, type NodeGroup } from '../drafts/record-groups.ts';
import { type Edit, type EditProblem, invalid, missing, refused, wrongType } from '../edit.ts';
import { makeUnusedId, slugOf } from '../make-node-id.ts';
import { conflictAmong, type SeenRecord } from '../seen-records.ts';

export interface RecordJudgementInput {
  readonly inspection: NodeId;
  /** In the words of the source. */
  readonly area: string;
  /** In the words of the source. */
  readonly label: string;
  readonly evidence: readonly EvidenceInput[];
  /** The judgements of the inspection on the area that were seen; null asks nobody. */
  readonly seen: readonly SeenRecord[] | null;
}

/**
 * Records what a source says that an inspection found on one area. A source that agrees adds its evidence to the
 * judgement that is there; one that disagrees makes a second. A judgement on the area that has come or changed, and was
 * not seen so, is a conflict.
 */
export function* recordJudgement(input: RecordJudgementInput): Edit {
  const known = new KnownGraph();
  const reading = yield* readEvidence(known, input.evidence, 'evidence');
  const problems: EditProblem[] = reading.kind === 'problems' ? [...reading.problems] : [];
  if (input.evidence.length === 0)
    problems.push(invalid('evidence', 'a judgement needs evidence: name its source', 'EVIDENCE_MISSING'));
  yield* known.readRecords([input.inspection]);
  const inspection = known.node(input.inspection);
  if (!inspection) problems.push(missing('inspection', input.inspection, 'inspection'));
  else if (inspection.record.type !== 'Inspection')
    problems.push(wrongType('inspection', input.inspection, inspection.record.type));
  const parsed = parseNode(
    {
      id: 'judgement/new',
      type: 'Judgement',
      area: areaKey(input.area),
      areaAsPrinted: input.area,
      label: input.label,
    },
    { file: '', record: '' },
  );
  if (parsed.kind === 'problems')
    for (const { field, message, code } of parsed.problems)
      problems.push(invalid(field === 'label' ? field : 'area', message, code));
  if (reading.kind === 'problems' || parsed.kind === 'problems' || !inspection || problems.length > 0)
    return refused(...problems);
  yield* known.readTouching([inspection.record.id], ['JUDGED']);
  const beside = judgementsBeside(known, inspection.record.id, input.area);
  const conflict = yield* conflictAmong(
    known,
    beside.map(({ record }) => record),
    input.seen,
  );
  if (conflict) return refused(conflict);
  const same = beside.find((group) => saysGrade(group.record, input.label, inspection.record));
  const judgement: NodeGroup = same ?? {
    record: { ...parsed.value, id: yield* makeUnusedId(stemOf(inspection.record, input)) },
    evidence: [],
    statements: [],
  };
  const { id } = judgement.record;
  const draft = new DraftBuilder(known);
  draft.put(
    addEvidence(
      judgement,
      reading.evidence.map((piece) => moveEvidence(piece, id)),
    ),
  );
  yield* putRelationship(known, draft, {
    type: 'JUDGED',
    from: inspection.record.id,
    to: id,
    properties: {},
    evidence: reading.evidence,
  });
  return draft.result();
}

/** Whether the judgement has this label, or another one of the same rank on the scale of the inspection. */
function saysGrade({ properties }: GraphNode, label: string, inspection: GraphNode): boolean {
  if (foldText(properties.label ?? '') === foldText(label)) return true;
  const grade = gradeOf(label, inspection.properties.date ?? null);
  return grade !== null && properties.grade?.scale === grade.scale && properties.grade.rank === grade.rank;
}

/** As `judgement/cafcass-2014/overall/good`: without the type, the id of the inspection says which it is. */
function stemOf({ id }: GraphNode, { area, label }: RecordJudgementInput): string {
  const [, ...rest] = id.split('/');
  return ['judgement', ...rest, slugOf(areaKey(area)), slugOf(label)].join('/');
}
