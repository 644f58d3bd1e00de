import { hashText } from './hash-text.ts';
import type { RelationshipType } from './relationship-types.ts';

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** Readable and stable, as `person/anthony-douglas`; never changed with the name. */
export type NodeId = Branded<'NodeId'>;
/** `relationship/` with a hash of type, ends and key. */
export type RelationshipId = Branded<'RelationshipId'>;
export type EvidenceId = Branded<'EvidenceId'>;
export type StatementId = Branded<'StatementId'>;
/** Whatever evidence can support. */
export type SupportedId = NodeId | RelationshipId | StatementId;

const READABLE = /^[a-z][a-z0-9-]*(\/[a-z0-9][a-z0-9._-]*)+$/;
const ID_LIMIT = 200;
const RESERVED = ['relationship/', 'evidence/', 'statement/'];

/** The id, or null if the text is none: lower-case segments of letters, digits, dot, dash, parted by “/”. */
export function parseNodeId(text: string): NodeId | null {
  const reserved = RESERVED.some((prefix) => text.startsWith(prefix));
  return READABLE.test(text) && text.length <= ID_LIMIT && !reserved ? (text as NodeId) : null;
}

/** As parseNodeId, for text that is known to be right. */
export function nodeId(text: string): NodeId {
  const id = parseNodeId(text);
  if (!id) throw new TypeError(`“${text}” is not the id of a node`);
  return id;
}

/** The id, or null if the text is none. */
export function parseRelationshipId(text: string): RelationshipId | null {
  return /^relationship\/[0-9a-f]{24}$/.test(text) ? (text as RelationshipId) : null;
}

/** The same for the same relationship each time; `key` tells parallel ones apart, as two posts of one person. */
export function relationshipId(
  type: RelationshipType,
  from: NodeId,
  to: NodeId,
  key: string,
): RelationshipId {
  return `relationship/${hashOf([type, from, to, key])}` as RelationshipId;
}

/** The same for the same support each time. Evidence in no document is told apart by its explanation. */
export function evidenceId(
  of: SupportedId,
  document: NodeId | null,
  locator: string | null,
  basis: string,
  explanation: string | null,
): EvidenceId {
  const where = document ? (locator ?? '') : (explanation ?? '');
  return `evidence/${hashOf([of, document ?? '', where, basis])}` as EvidenceId;
}

/** The same for the same statement each time. */
export function statementId(
  of: NodeId | RelationshipId,
  property: string,
  value: string | number | boolean,
): StatementId {
  return `statement/${hashOf([of, property, JSON.stringify(value)])}` as StatementId;
}

/** 96 bits in hexadecimal: a million records collide with a chance below 1 in 10^16. */
function hashOf(parts: readonly string[]): string {
  return hashText(JSON.stringify(parts)).slice(0, 24);
}
