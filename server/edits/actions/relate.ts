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

export interface RelateInput {
  readonly type: RelationshipType;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly properties: PropertyInputs;
  readonly evidence: readonly EvidenceInput[];
}

/** Joins two nodes. Where a relationship says the same already, it gets the evidence besides its own. */
export function* relate({ type, from, to, properties, evidence }: RelateInput): Edit {
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
  const given = [...read.values].filter(([, value]) => value !== null);
  const draft = new DraftBuilder(known);
  const { relationship } = yield* putRelationship(known, draft, {
    type,
    from: start.record.id,
    to: end.record.id,
    // Each value was checked against the kind of its own property; the compiler cannot follow that by name.
    properties: Object.fromEntries(given) as RelationshipPropertyValues,
    evidence: reading.evidence,
  });
  const group = draft.get(relationship.id);
  if (group) draft.put(group);
  return draft.result();
}
