import { type NodeId, relationshipId } from '../../../schema/ids.ts';
import { statementForm } from '../../../schema/print-value.ts';
import type { Evidence, GraphRelationship } from '../../../schema/records.ts';
import type { RelationshipPropertyValues, RelationshipType } from '../../../schema/relationship-types.ts';
import type { JournalRecord } from '../../store/graph-store.ts';
import type { Asking } from '../asking.ts';
import type { DraftBuilder } from './draft-builder.ts';
import type { KnownGraph } from './known-graph.ts';
import { addEvidence, moveEvidence, type RelationshipGroup } from './record-groups.ts';

export interface NewRelationship {
  readonly type: RelationshipType;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly properties: RelationshipPropertyValues;
  /** Whatever it is of so far: it is made the relationship's. */
  readonly evidence: readonly Evidence[];
}

/**
 * Puts a relationship. Where one of the type joins the ends already and says the same, that one gets the evidence
 * besides; another one gets an id of its own. Answers whether it changes anything.
 */
export function* putRelationship(
  known: KnownGraph,
  draft: DraftBuilder,
  wanted: NewRelationship,
): Asking<{ readonly relationship: GraphRelationship; readonly changed: boolean }> {
  const { type, from, to, properties, evidence } = wanted;
  yield* known.readBetween(from, to, type);
  const same = known
    .relationshipsOf(from)
    .map(({ id }) => draft.get(id))
    .find((group): group is RelationshipGroup => group !== undefined && isSame(group, wanted));
  if (same) {
    const more = evidence.map((piece) => moveEvidence(piece, same.record.id));
    const group = addEvidence(same, more);
    const changed = group.evidence.length > same.evidence.length;
    if (changed) draft.put(group);
    return { relationship: same.record, changed };
  }
  const id = yield* freeRelationshipId(known, draft, wanted);
  const relationship: GraphRelationship = { id, type, from, to, version: 1, disputed: [], properties };
  draft.put({
    record: relationship,
    evidence: evidence.map((piece) => moveEvidence(piece, id)),
    statements: [],
  });
  return { relationship, changed: true };
}

/** The relationship's own id, told apart by a number where another one has it. */
function* freeRelationshipId(
  known: KnownGraph,
  draft: DraftBuilder,
  { type, from, to }: NewRelationship,
): Asking<GraphRelationship['id']> {
  for (let number = 1; ; number++) {
    const id = relationshipId(type, from, to, number === 1 ? '' : String(number));
    yield* known.readRecords([id]);
    if (!draft.get(id)) return id;
  }
}

function isSame({ record }: JournalRecord, wanted: NewRelationship): boolean {
  if (!('from' in record)) return false;
  const { type, from, to, properties } = record;
  if (type !== wanted.type || from !== wanted.from || to !== wanted.to) return false;
  return saysTheSame(properties, wanted.properties);
}

/** Whether the two agree wherever both say something. */
export function saysTheSame(a: RelationshipPropertyValues, b: RelationshipPropertyValues): boolean {
  const names = Object.keys(a) as (keyof RelationshipPropertyValues)[];
  return names.every((name) => {
    const [left, right] = [a[name], b[name]];
    if (left === undefined || right === undefined || Array.isArray(left)) return true;
    return statementForm(left) === statementForm(right as typeof left);
  });
}
