import type { NodeId } from '../../../schema/ids.ts';
import {
  mayJoin,
  type RelationshipPropertyValues,
  type RelationshipType,
} from '../../../schema/relationship-types.ts';
import { DraftBuilder } from '../drafts/draft-builder.ts';
import { KnownGraph } from '../drafts/known-graph.ts';
import { putRelationship } from '../drafts/put-relationship.ts';
import { type EvidenceInput, readEvidence } from '../drafts/read-evidence.ts';
import { type PropertyInputs, readProperties } from '../drafts/read-properties.ts';
import { type Edit, type EditProblem, invalid, missing, refused } from '../edit.ts';
import { conflictAmong, type SeenRecord } from '../seen-records.ts';

export interface RelateInput {
  readonly type: RelationshipType;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly properties: PropertyInputs;
  readonly evidence: readonly EvidenceInput[];
  /** The relationships of the type from the one to the other that were seen; null asks nobody. */
  readonly seen: readonly SeenRecord[] | null;
}

/**
 * Joins two nodes. Where a relationship says the same already, it gets the evidence besides its own; where one has come
 * or changed that was not seen so, that is a conflict.
 */
export function* relate({ type, from, to, properties, evidence, seen }: RelateInput): Edit {
  const known = new KnownGraph();
  const read = readProperties(type, properties, 'properties');
  const problems: EditProblem[] = [...read.problems];
  const reading = yield* readEvidence(known, evidence, 'evidence');
  if (reading.kind === 'problems') problems.push(...reading.problems);
  if (evidence.length === 0)
    problems.push(invalid('evidence', 'a relationship needs evidence: name its source', 'EVIDENCE_MISSING'));
  yield* known.readRecords([from, to]);
  const [start, end] = [known.node(from), known.node(to)];
  if (!start) problems.push(missing('from', from, 'node'));
  if (!end) problems.push(missing('to', to, 'node'));
  if (start && end && !mayJoin(type, start.record.type, end.record.type)) {
    const message = `${type} does not join a ${start.record.type} to a ${end.record.type}`;
    problems.push(invalid('type', message, 'END_NOT_ALLOWED'));
  }
  if (reading.kind === 'problems' || problems.length > 0 || !start || !end) return refused(...problems);
  const [fromId, toId] = [start.record.id, end.record.id];
  yield* known.readBetween(fromId, toId, type);
  const there = known
    .relationshipsOf(fromId)
    .filter((each) => each.type === type && each.from === fromId && each.to === toId);
  const conflict = yield* conflictAmong(known, there, seen);
  if (conflict) return refused(conflict);
  const given = [...read.values].filter(([, value]) => value !== null);
  const draft = new DraftBuilder(known);
  const { relationship } = yield* putRelationship(known, draft, {
    type,
    from: fromId,
    to: toId,
    // Each value was checked against the kind of its own property; the compiler cannot follow that by name.
    properties: Object.fromEntries(given) as RelationshipPropertyValues,
    evidence: reading.evidence,
  });
  const group = draft.get(relationship.id);
  if (group) draft.put(group);
  return draft.result();
}
