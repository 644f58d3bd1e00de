import type { PropertyValue } from '../../../schema/property-kinds.ts';
import type { Evidence } from '../../../schema/records.ts';
import type { JournalRecord } from '../../store/graph-store.ts';
import type { RecordId } from '../asking.ts';
import { conflictWith } from '../check-version.ts';
import { DraftBuilder } from '../drafts/draft-builder.ts';
import { KnownGraph } from '../drafts/known-graph.ts';
import { type EvidenceInput, readEvidence } from '../drafts/read-evidence.ts';
import { type PropertyInputs, readProperties } from '../drafts/read-properties.ts';
import { addEvidence, moveEvidence } from '../drafts/record-groups.ts';
import { propertyValue, setProperty, withValue } from '../drafts/set-property.ts';
import { type Edit, type EditProblem, invalid, missing, refused, wrongType } from '../edit.ts';

export interface ChangeRecordInput {
  readonly id: RecordId;
  readonly expectedVersion: number;
  /** The type that the values are for; null for a relationship, whose type they must fit. */
  readonly type: string | null;
  /** Null takes a value away. */
  readonly set: PropertyInputs;
  /** What the new values rest on; without any they put slips right. With nothing set it supports the record. */
  readonly evidence: readonly EvidenceInput[];
}

/** Changes values of a node or a relationship. A value with evidence stands beside what other sources say. */
export function* changeRecord({ id, expectedVersion, type, set, evidence }: ChangeRecordInput): Edit {
  const known = new KnownGraph();
  const reading = yield* readEvidence(known, evidence, 'evidence');
  yield* known.readRecords([id]);
  const group = known.find(id);
  if (!group) return refused(missing('id', id, 'record'));
  const conflict = conflictWith(group, id, expectedVersion);
  if (conflict) return refused(conflict);
  if (type !== null && group.record.type !== type) return refused(wrongType('id', id, group.record.type));
  const read = readProperties(group.record.type, set, 'set');
  const problems: EditProblem[] = [...read.problems];
  if (reading.kind === 'problems') problems.push(...reading.problems);
  if (read.values.size === 0 && evidence.length === 0)
    problems.push(invalid('set', 'nothing is given to change'));
  if (reading.kind === 'problems' || problems.length > 0) return refused(...problems);
  let changed: JournalRecord = group;
  if (read.values.size === 0)
    changed = addEvidence(
      group,
      reading.evidence.map((piece) => moveEvidence(piece, group.record.id)),
    );
  for (const [property, value] of read.values) {
    const next = setValue(changed, property, value, reading.evidence);
    if (next.kind === 'set') changed = next.group;
    else problems.push(invalid(`set.${property}`, next.message));
  }
  if (problems.length > 0) return refused(...problems);
  const draft = new DraftBuilder(known);
  draft.put(changed);
  return draft.result();
}

function setValue(
  group: JournalRecord,
  property: string,
  value: PropertyValue | null,
  evidence: readonly Evidence[],
): ReturnType<typeof setProperty<JournalRecord>> {
  const { type } = group.record;
  if (type === 'Quote' && property === 'text') return correctQuote(group, value, evidence);
  if (type === 'Judgement' && property === 'standing')
    return refuse('settle the judgement instead: its standing follows from what it rests on');
  return setProperty(group, property, value, evidence);
}

/**
 * The words of a quote are those of its source: they are put right only from the source itself, which must have
 * them word for word. The version before stays in the journal.
 */
function correctQuote(
  group: JournalRecord,
  value: PropertyValue | null,
  evidence: readonly Evidence[],
): ReturnType<typeof setProperty<JournalRecord>> {
  if (typeof value !== 'string') return refuse('a quote needs its words');
  if (value === propertyValue(group, 'text')) return { kind: 'set', group };
  if (!evidence.some(({ words }) => words?.includes(value)))
    return refuse('a quote is verbatim: to correct it, give the exact words of its source as evidence');
  const own = evidence.map((piece) => moveEvidence(piece, group.record.id));
  return { kind: 'set', group: addEvidence(withValue(group, 'text', value), own) };
}

function refuse(message: string) {
  return { kind: 'problem', message } as const;
}
