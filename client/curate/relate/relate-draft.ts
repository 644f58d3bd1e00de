import type { NodeId } from '../../../schema/ids.ts';
import type { NodeType } from '../../../schema/node-types.ts';
import {
  mayJoin,
  type RelationshipType,
  relationshipTypeNames,
  relationshipTypes,
} from '../../../schema/relationship-types.ts';
import type { Seen } from '../../api/curating/outcome.ts';
import { checkReason, type ReasonDraft, readReasoned, readText } from '../form/draft-text.ts';
import {
  checkEvidence,
  type EvidenceDraft,
  emptyEvidence,
  placeOfEvidence,
  readEvidenceDraft,
} from '../form/evidence-draft.ts';
import { type Picked, readPickedList } from '../form/picked.ts';
import type { SideRow } from '../form/side-rows.ts';
import type { FormProblems } from '../form/use-curate-form.ts';
import type { EditableProperty } from '../form/values/editable-properties.ts';
import { checkFields, type Fields, filledProperties, readFields, valueField } from '../form/values/fields.ts';
import { printField } from '../form/values/value-text.ts';
import { readSeen } from '../save/seen.ts';

/** What is typed and picked in the form that joins two nodes. */
export interface RelateDraft extends EvidenceDraft, ReasonDraft {
  readonly one: readonly Picked[];
  readonly other: readonly Picked[];
  /** The key of a way to join them; empty before one is chosen. */
  readonly way: string;
  readonly fields: Fields;
  /** Relationships between the two that the curator was told of. */
  readonly seen: readonly Seen[];
}

/** A way to join two nodes: a type of relationship, read from the one or from the other. */
export interface Way {
  readonly key: string;
  readonly type: RelationshipType;
  /** Whether it begins at the first of the two. */
  readonly isForward: boolean;
  /** As seen from the first: “held a post at”. */
  readonly words: string;
}

/** A type of relationship, and what it joins. */
export interface RelatedEnds {
  readonly type: RelationshipType;
  readonly from: NodeId;
  readonly to: NodeId;
}

export function emptyRelateDraft(given: readonly Picked[], idempotencyKey: string): RelateDraft {
  return {
    one: given.slice(0, 1),
    other: given.slice(1, 2),
    way: '',
    fields: {},
    seen: [],
    ...emptyEvidence,
    reason: '',
    idempotencyKey,
  };
}

export function readRelateDraft(kept: unknown): RelateDraft | null {
  return readReasoned(kept, (given) => ({
    one: readPickedList(given.one).slice(0, 1),
    other: readPickedList(given.other).slice(0, 1),
    way: readText(given, 'way'),
    fields: readFields(given.fields),
    seen: readSeen(given.seen),
    ...readEvidenceDraft(given),
  }));
}

/** All ways in which the table lets nodes of these types be joined. */
export function listWays(one: NodeType, other: NodeType): readonly Way[] {
  return relationshipTypeNames.flatMap((type) => {
    const { forward, backward } = relationshipTypes[type].says;
    return [
      ...(mayJoin(type, one, other) ? [{ key: `${type} out`, type, isForward: true, words: forward }] : []),
      ...(mayJoin(type, other, one) ? [{ key: `${type} in`, type, isForward: false, words: backward }] : []),
    ];
  });
}

/** The way that is chosen, or the only one there is; null where none is. */
export function wayOf({ one: [one], other: [other], way }: RelateDraft): Way | null {
  if (!one || !other) return null;
  const ways = listWays(one.type, other.type);
  return ways.find(({ key }) => key === way) ?? (ways.length === 1 ? (ways[0] ?? null) : null);
}

/** What is joined, in the direction of the chosen way; null before all is chosen. */
export function endsOf(draft: RelateDraft): RelatedEnds | null {
  const [way, [one], [other]] = [wayOf(draft), draft.one, draft.other];
  if (!way || !one || !other) return null;
  const [from, to] = way.isForward ? [one.id, other.id] : [other.id, one.id];
  return { type: way.type, from, to };
}

/** What was typed, property by property. */
export function listTyped(draft: RelateDraft): readonly SideRow[] {
  return filledOf(draft).map(({ name, label }) => [label, printField(draft.fields[name] ?? '')]);
}

/** The properties of the chosen type that the draft gives a value. */
export function filledOf(draft: RelateDraft): readonly EditableProperty[] {
  const way = wayOf(draft);
  return way ? filledProperties(way.type, draft.fields) : [];
}

export function checkRelateDraft(draft: RelateDraft): FormProblems<string> {
  const problems: FormProblems<string> = {
    ...checkEvidence(draft),
    ...checkReason(draft),
    ...checkFields(draft.fields, filledOf(draft)),
  };
  const {
    one: [one],
    other: [other],
  } = draft;
  if (!one) problems.one = 'Choose where it begins.';
  if (!other) problems.other = 'Choose what it is related to.';
  if (one && other && one.id === other.id) problems.other = 'Nothing is related to itself.';
  else if (one && other && !wayOf(draft)) problems.way = 'Say how they are related.';
  return problems;
}

/** The field of the form for one of the API; null where there is none. */
export function placeInRelateForm(field: string): string | null {
  if (field === 'reason') return field;
  if (field === 'from') return 'one';
  if (field === 'to') return 'other';
  if (field === 'type') return 'way';
  return field.startsWith('properties.')
    ? valueField(field.slice('properties.'.length))
    : placeOfEvidence(field);
}
