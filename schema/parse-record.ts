import {
  evidenceId,
  type NodeId,
  parseNodeId,
  type RelationshipId,
  relationshipId,
  type SupportedId,
  statementId,
} from './ids.ts';
import {
  type NodeType,
  nodeTypeNames,
  nodeTypeRow,
  type PropertyValues,
  propertiesOf,
  titleOf,
} from './node-types.ts';
import { statementForm } from './print-value.ts';
import type { Parsed, Problem } from './problems.ts';
import { properties, relationshipProperties } from './properties.ts';
import { checkValue, type PropertyKind, type PropertyValue } from './property-kinds.ts';
import {
  type Evidence,
  evidenceBases,
  type GraphNode,
  type GraphRelationship,
  type Statement,
  standings,
} from './records.ts';
import {
  type RelationshipPropertyValues,
  type RelationshipType,
  relationshipPropertiesOf,
  relationshipTypeNames,
} from './relationship-types.ts';

/** Where a record stands, for its problems. */
export interface RecordPlace {
  readonly file: string;
  readonly record: string;
}

export type UnknownRecord = Readonly<Record<string, unknown>>;

/** Properties that are made from others and cannot be given. */
const derived: readonly string[] = ['date', 'grade'];

/**
 * Reads a node out of `{ id, type, …properties }`; every other key is a problem. The version is 1, nothing
 * is disputed, and derived properties (date, grade) are left out: they depend on other records.
 */
export function parseNode(input: UnknownRecord, place: RecordPlace): Parsed<GraphNode> {
  const { id, type, ...given } = input;
  const problems: Problem[] = [];
  const parsedId = typeof id === 'string' ? parseNodeId(id) : null;
  if (!parsedId)
    problems.push({
      ...place,
      field: 'id',
      code: 'ID_INVALID',
      message: `${quoted(id)} is not the id of a node`,
    });
  if (!isNodeType(type)) {
    problems.push({
      ...place,
      field: 'type',
      code: 'TYPE_UNKNOWN',
      message: `${quoted(type)} is not a node type`,
    });
    return { kind: 'problems', problems };
  }
  const named = nodeTypeRow(type).title === undefined;
  const allowed = propertiesOf(type).filter((name) => !derived.includes(name) && (named || name !== 'name'));
  const values: PropertyValues = parseValues(given, allowed, properties, place, problems);
  const name = titleOf(type, values);
  if (named && name === '' && !('name' in given))
    problems.push({ ...place, field: 'name', code: 'VALUE_INVALID', message: 'a name is needed' });
  if (!parsedId || problems.length > 0) return { kind: 'problems', problems };
  return {
    kind: 'value',
    value: { id: parsedId, type, version: 1, disputed: [], properties: { ...values, name } },
  };
}

/** Reads a relationship out of `{ type, start, end, key?, …properties }`; start and end are node ids (from and to are dates). */
export function parseRelationship(input: UnknownRecord, place: RecordPlace): Parsed<GraphRelationship> {
  const { type, start, end, key = '', ...given } = input;
  const problems: Problem[] = [];
  const ends = [start, end].map((id) => (typeof id === 'string' ? parseNodeId(id) : null));
  if (ends.includes(null))
    problems.push({
      ...place,
      code: 'ID_INVALID',
      message: `${quoted(start)} or ${quoted(end)} is not the id of a node`,
    });
  if (typeof key !== 'string')
    problems.push({ ...place, field: 'key', code: 'VALUE_INVALID', message: 'expected text' });
  if (!isRelationshipType(type)) {
    problems.push({ ...place, code: 'TYPE_UNKNOWN', message: `${quoted(type)} is not a relationship type` });
    return { kind: 'problems', problems };
  }
  const allowed = relationshipPropertiesOf(type);
  const values: RelationshipPropertyValues = parseValues(
    given,
    allowed,
    relationshipProperties,
    place,
    problems,
  );
  const [from, to] = ends;
  if (!from || !to || typeof key !== 'string' || problems.length > 0) return { kind: 'problems', problems };
  const id = relationshipId(type, from, to, key);
  return { kind: 'value', value: { id, type, from, to, version: 1, disputed: [], properties: values } };
}

/** Reads evidence out of `{ document?, locator?, words?, basis?, explanation? }`; the basis is `stated` if left out. */
export function parseEvidence(of: SupportedId, input: UnknownRecord, place: RecordPlace): Parsed<Evidence> {
  const problems: Problem[] = [];
  const text = (field: 'document' | 'locator' | 'words' | 'explanation'): string | null => {
    const given = input[field];
    if (given === undefined) return null;
    if (typeof given === 'string' && given.trim() !== '') return given;
    problems.push({ ...place, field, code: 'VALUE_INVALID', message: 'expected text' });
    return null;
  };
  const [documentText, locator, words, explanation] = [
    text('document'),
    text('locator'),
    text('words'),
    text('explanation'),
  ];
  const document = documentText === null ? null : parseNodeId(documentText);
  const basis = evidenceBases.find((name) => name === (input.basis ?? 'stated'));
  const refuse = (field: string, message: string) =>
    problems.push({ ...place, field, code: 'VALUE_INVALID', message });
  for (const field of Object.keys(input))
    if (!['document', 'locator', 'words', 'basis', 'explanation'].includes(field))
      problems.push({ ...place, field, code: 'PROPERTY_UNKNOWN', message: 'evidence has no such field' });
  if (documentText !== null && !document) refuse('document', `“${documentText}” is not the id of a document`);
  if (!basis) refuse('basis', `expected one of: ${evidenceBases.join(', ')}`);
  if (basis === 'stated' && !document) refuse('document', 'a stated fact names its document');
  if (basis && basis !== 'stated' && !explanation)
    refuse('explanation', `${basis} evidence says why or from where`);
  if (!basis || problems.length > 0) return { kind: 'problems', problems };
  const id = evidenceId(of, document, locator, basis, explanation);
  return { kind: 'value', value: { id, of, document, basis, locator, words, explanation } };
}

/** Reads a statement out of `{ property, value, standing?, reason? }` on a node or relationship of that type. */
export function parseStatement(
  of: { readonly id: NodeId | RelationshipId; readonly type: NodeType | RelationshipType },
  input: UnknownRecord,
  place: RecordPlace,
): Parsed<Statement> {
  const { property, standing = 'stands', reason } = input;
  const field = typeof property === 'string' ? property : 'property';
  const refuse = (message: string): Parsed<Statement> => ({
    kind: 'problems',
    problems: [{ ...place, field, code: 'VALUE_INVALID', message }],
  });
  const kind = kindOfProperty(of.type, field);
  if (!kind) return refuse(`${of.type} has no property “${field}”`);
  const checked = checkValue(memberKind(kind), input.value);
  if (checked.kind === 'problem') return refuse(checked.message);
  const value = statementForm(checked.value);
  const settled = standings.find((name) => name === standing);
  if (value === null || !settled) return refuse('expected one value and a standing');
  if (reason !== undefined && typeof reason !== 'string') return refuse('expected the reason as text');
  return {
    kind: 'value',
    value: {
      id: statementId(of.id, field, value),
      of: of.id,
      property: field,
      value,
      standing: settled,
      reason: reason ?? null,
    },
  };
}

/** The kind of a property on a type, or null where the type has no such property. */
export function kindOfProperty(type: NodeType | RelationshipType, property: string): PropertyKind | null {
  if (isNodeType(type)) {
    const name = propertiesOf(type).find((known) => known === property);
    return name ? properties[name].kind : null;
  }
  const name = relationshipPropertiesOf(type).find((known) => known === property);
  return name ? relationshipProperties[name].kind : null;
}

/** A property with many values has a statement for each member. */
function memberKind(kind: PropertyKind): PropertyKind {
  return kind === 'texts' ? 'text' : kind === 'dates' ? 'date' : kind;
}

function parseValues<Name extends string>(
  given: UnknownRecord,
  allowed: readonly Name[],
  rows: Readonly<Record<Name, { readonly kind: PropertyKind }>>,
  place: RecordPlace,
  problems: Problem[],
): { readonly [Key in Name]?: never } {
  const values: Partial<Record<Name, PropertyValue>> = {};
  for (const [field, input] of Object.entries(given)) {
    const name = allowed.find((known) => known === field);
    if (!name) {
      problems.push({
        ...place,
        field,
        code: 'PROPERTY_UNKNOWN',
        message: 'the type has no such property, or it is derived',
      });
      continue;
    }
    const checked = checkValue(rows[name].kind, input);
    if (checked.kind === 'problem')
      problems.push({ ...place, field, code: 'VALUE_INVALID', message: checked.message });
    else values[name] = checked.value;
  }
  // Each value was checked against the kind of its own row; the compiler cannot follow that by name.
  return values as { readonly [Key in Name]?: never };
}

function isNodeType(type: unknown): type is NodeType {
  return nodeTypeNames.some((name) => name === type);
}

export function isRelationshipType(type: unknown): type is RelationshipType {
  return relationshipTypeNames.some((name) => name === type);
}

function quoted(input: unknown): string {
  return input === undefined ? 'nothing' : `“${String(input)}”`;
}
