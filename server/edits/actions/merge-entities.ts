import type { NodeId } from '../../../schema/ids.ts';
import type { RelationshipPropertyValues } from '../../../schema/relationship-types.ts';
import type { JournalRecord } from '../../store/graph-store.ts';
import type { Asking } from '../asking.ts';
import { conflictWith } from '../check-version.ts';
import { type ChosenValue, checkChosen, settleChosen, withChosenName } from '../drafts/chosen-values.ts';
import { DraftBuilder } from '../drafts/draft-builder.ts';
import { KnownGraph } from '../drafts/known-graph.ts';
import { mergeNodes } from '../drafts/merge-nodes.ts';
import { saysTheSame } from '../drafts/put-relationship.ts';
import {
  addEvidence,
  addStatement,
  isRelationshipGroup,
  moveEvidence,
  moveStatement,
  type NodeGroup,
  type RelationshipGroup,
} from '../drafts/record-groups.ts';
import { type Edit, type EditProblem, invalid, missing, refused } from '../edit.ts';

export interface MergeEntitiesInput {
  readonly survivor: NodeId;
  readonly survivorVersion: number;
  readonly merged: NodeId;
  readonly mergedVersion: number;
  /** Where both have a value, whose stands; where none is chosen, both are kept and the rule decides. */
  readonly values: readonly ChosenValue[];
  /** Kept with what is rejected. */
  readonly reason: string;
}

/**
 * Makes two nodes that stand for one and the same thing into one. The survivor takes over names, values, statements,
 * evidence and relationships; the id of the other stands for it from now on.
 */
export function* mergeEntities(input: MergeEntitiesInput): Edit {
  const known = new KnownGraph();
  yield* known.readRecords([input.survivor, input.merged]);
  const [survivor, merged] = [known.node(input.survivor), known.node(input.merged)];
  const problems = checkPair(input, survivor, merged);
  if (!survivor || !merged || problems.length > 0) return refused(...problems);
  const [to, from] = [survivor.record.id, merged.record.id];
  const draft = new DraftBuilder(known);
  const { values, reason } = input;
  const both = mergeNodes(...withChosenName(values, survivor, merged));
  draft.put(settleChosen(both, values, [survivor, merged], reason));
  draft.touch(to);
  yield* moveRelationships(known, draft, from, to);
  if (merged.record.type === 'Document') yield* moveSupport(known, draft, from, to);
  draft.remove(from);
  draft.redirect(from, to);
  return draft.result();
}

function checkPair(
  input: MergeEntitiesInput,
  survivor: NodeGroup | undefined,
  merged: NodeGroup | undefined,
): EditProblem[] {
  const problems: EditProblem[] = [];
  if (!survivor) problems.push(missing('survivor', input.survivor, 'node'));
  if (!merged) problems.push(missing('merged', input.merged, 'node'));
  if (!survivor || !merged) return problems;
  for (const conflict of [
    conflictWith(survivor, input.survivor, input.survivorVersion),
    conflictWith(merged, input.merged, input.mergedVersion),
  ])
    if (conflict) problems.push(conflict);
  const [a, b] = [survivor.record, merged.record];
  if (a.id === b.id) problems.push(invalid('merged', 'a node cannot be merged with itself'));
  else if (a.type !== b.type)
    problems.push(invalid('merged', `a ${b.type} cannot be merged into a ${a.type}`, 'END_NOT_ALLOWED'));
  else if (a.type === 'Quote' && wordsOf(survivor) !== wordsOf(merged))
    problems.push(invalid('merged', 'the two quotes do not say the same words'));
  else problems.push(...checkChosen(input.values, survivor, merged));
  return problems;
}

function wordsOf({ record }: NodeGroup): string {
  return (record.properties.text ?? '').replace(/\s+/g, ' ').trim();
}

/** Each relationship is moved; one that says what the survivor has already gives its evidence to that one. */
function* moveRelationships(known: KnownGraph, draft: DraftBuilder, from: NodeId, to: NodeId): Asking<void> {
  yield* known.readTouching([from], null);
  const touching = known.relationshipsOf(from);
  const fars = new Set(touching.flatMap((relationship) => [relationship.from, relationship.to]));
  fars.delete(from);
  const types = [...new Set(touching.map(({ type }) => type))];
  yield* known.readAmong([...new Set([to, ...fars])], types);
  const beside = new Map<string, RelationshipGroup[]>();
  for (const relationship of known.relationshipsOf(to)) {
    const group = draft.get(relationship.id);
    if (group && isRelationshipGroup(group) && relationship.from !== from && relationship.to !== from)
      beside.set(endsOf(group), [...(beside.get(endsOf(group)) ?? []), group]);
  }
  for (const { id } of touching) {
    const group = draft.get(id);
    if (!group || !isRelationshipGroup(group)) continue;
    const moved = withEnds(group, from, to);
    const joinedBoth = group.record.from !== group.record.to && moved.record.from === moved.record.to;
    const twins = beside.get(endsOf(moved)) ?? [];
    const twin = twins.find(({ record }) => saysTheSame(record.properties, group.record.properties));
    if (!twin && !joinedBoth) {
      draft.put(moved);
      continue;
    }
    draft.remove(id);
    if (!twin || joinedBoth) continue;
    const joined = joinRelationships(twin, group);
    draft.put(joined);
    twins[twins.indexOf(twin)] = joined;
  }
}

function withEnds(group: RelationshipGroup, from: NodeId, to: NodeId): RelationshipGroup {
  const end = (id: NodeId) => (id === from ? to : id);
  const record = { ...group.record, from: end(group.record.from), to: end(group.record.to) };
  return { ...group, record };
}

function endsOf({ record: { type, from, to } }: RelationshipGroup): string {
  return `${type} ${from} ${to}`;
}

function joinRelationships(kept: RelationshipGroup, other: RelationshipGroup): RelationshipGroup {
  const { id } = kept.record;
  const properties: RelationshipPropertyValues = {
    ...other.record.properties,
    ...kept.record.properties,
    ...joinAttested(kept.record.properties, other.record.properties),
  };
  const own = other.evidence.filter(({ of }) => of === other.record.id);
  let joined: RelationshipGroup = { ...kept, record: { ...kept.record, properties } };
  joined = addEvidence(
    joined,
    own.map((piece) => moveEvidence(piece, id)),
  );
  for (const statement of other.statements) {
    const moved = moveStatement(statement, other.evidence, id);
    joined = addStatement(joined, moved.statement, moved.evidence);
  }
  return joined;
}

function joinAttested(
  { attestedOn: a = [] }: RelationshipPropertyValues,
  { attestedOn: b = [] }: RelationshipPropertyValues,
): RelationshipPropertyValues {
  const days = new Map([...a, ...b].map((day) => [day.edtf, day]));
  return days.size > 0 ? { attestedOn: [...days.values()] } : {};
}

/** What rests on the merged document rests on the survivor. */
function* moveSupport(known: KnownGraph, draft: DraftBuilder, from: NodeId, to: NodeId): Asking<void> {
  for (const id of yield* known.readResting(from)) {
    const group = draft.get(id);
    if (group && id !== from) draft.put(withDocument(group, from, to));
  }
  // What was moved here meanwhile rests on it too, the survivor's own evidence among it.
  for (const group of draft.all()) draft.put(withDocument(group, from, to));
}

function withDocument(group: JournalRecord, from: NodeId, to: NodeId): JournalRecord {
  const moved = group.evidence.map((piece) =>
    piece.document === from ? moveEvidence({ ...piece, document: to }, piece.of) : piece,
  );
  return addEvidence({ ...group, evidence: [] }, moved);
}
