import {
  evidenceId,
  type NodeId,
  type RelationshipId,
  relationshipId,
  type SupportedId,
  statementId,
} from '../../../schema/ids.ts';
import type { NodeType, PropertyValues } from '../../../schema/node-types.ts';
import type {
  Evidence,
  EvidenceBasis,
  GraphNode,
  GraphRelationship,
  Statement,
  StatementValue,
} from '../../../schema/records.ts';
import type { RelationshipPropertyValues, RelationshipType } from '../../../schema/relationship-types.ts';

/**
 * What one place of a source says of one record: a part of a node or a relationship, with the evidence for it. Many
 * fragments make a record. It is plain data, so that it can wait outside of memory.
 */
export interface Fragment {
  readonly record: GraphNode | GraphRelationship;
  readonly evidence: readonly Evidence[];
  readonly statements: readonly Statement[];
  /** Where the name of a node is made of a date: what stands before the first day that stands. */
  readonly nameBefore?: string;
  /** Where parallel relationships are told apart: the key that is in the id of this one. */
  readonly key?: string;
}

/** Where in a source the words stand. */
export interface Place {
  readonly document: NodeId;
  readonly locator: string;
}

/** One property as a source states it, with the exact words where they say more than the value. */
export interface Stated {
  readonly property: string;
  readonly value: StatementValue;
  readonly words?: string;
}

interface Support {
  /** The exact words or the cell. */
  readonly words?: string;
  /** Properties that have sources of their own, because sources may differ on them. */
  readonly stated?: readonly Stated[];
  readonly nameBefore?: string;
}

export function nodeFragment(
  type: NodeType,
  id: NodeId,
  properties: PropertyValues & { readonly name: string },
  place: Place,
  { words, stated = [], nameBefore }: Support = {},
): Fragment {
  const record: GraphNode = { disputed: [], id, properties, type, version: 1 };
  return { ...supported(record, place, words, stated), ...(nameBefore === undefined ? {} : { nameBefore }) };
}

export function relationshipFragment(
  type: RelationshipType,
  from: NodeId,
  to: NodeId,
  properties: RelationshipPropertyValues,
  place: Place,
  words?: string,
): Fragment {
  const id = relationshipId(type, from, to, '');
  return supported({ disputed: [], from, id, properties, to, type, version: 1 }, place, words, []);
}

/** Evidence that stands in a document. */
function evidenceAt(of: SupportedId, { document, locator }: Place, words?: string): Evidence {
  const id = evidenceId(of, document, locator, 'stated', null);
  // In the order of a canonical text, which the evidence of an import becomes a part of at once.
  return { basis: 'stated', document, explanation: null, id, locator, of, words: words ?? null };
}

/** Evidence that stands in no document of the graph, or follows from one: it says why. */
export function evidenceBecause(
  of: SupportedId,
  basis: Exclude<EvidenceBasis, 'stated'>,
  explanation: string,
  place?: Place,
): Evidence {
  const [document, locator] = place ? [place.document, place.locator] : [null, null];
  const id = evidenceId(of, document, locator, basis, explanation);
  return { basis, document, explanation, id, locator, of, words: null };
}

/** A statement of a record, not yet settled. */
export function statementOf(of: NodeId | RelationshipId, property: string, value: StatementValue): Statement {
  return { id: statementId(of, property, value), of, property, reason: null, standing: 'stands', value };
}

/** A record with evidence at a place, for itself and for each of the values that are stated of it. */
export function supported(
  record: GraphNode | GraphRelationship,
  place: Place,
  words: string | undefined,
  stated: readonly Stated[],
): Fragment {
  const statements = stated.map(({ property, value }) => statementOf(record.id, property, value));
  const ofStatements = statements.map(({ id }, index) => evidenceAt(id, place, stated[index]?.words));
  return { record, statements, evidence: [evidenceAt(record.id, place, words), ...ofStatements] };
}
