import { type NodeType, nodeTypeNames, nodeTypeRow } from '../../../schema/node-types.ts';
import {
  isRelationshipType,
  kindOfProperty,
  parseNode,
  type UnknownRecord,
} from '../../../schema/parse-record.ts';
import type { Parsed, Problem } from '../../../schema/problems.ts';
import { mayJoin, type RelationshipType } from '../../../schema/relationship-types.ts';
import type { MappedEnd, MappedNode, MappedRelationship, MappedValue, Mapping } from './mapping.ts';
import { parseTemplate, type Template } from './template.ts';

/** The format of mappings that this version reads. */
const FORMAT = 1;
const fields = ['$schema', 'format', 'document', 'delimiter', 'nodes', 'relationships'];

/** Values of these follow from others and are given by nobody. */
const derived: readonly string[] = ['date', 'grade'];

type Refuse = (record: string, field: string, message: string) => null;

/** Reads a mapping out of the text of its file, or tells every problem of it, by place and what to do. */
export function readMapping(text: string, file: string): Parsed<Mapping> {
  const problems: Problem[] = [];
  const refuse: Refuse = (record, field, message) => {
    problems.push({ code: 'FILE_INVALID', file, record, field, message });
    return null;
  };
  const input = parseObject(text);
  if (!input) {
    const message = 'the mapping is not a JSON object: see docs/import.md for one';
    return { kind: 'problems', problems: [{ code: 'FILE_INVALID', file, message }] };
  }
  for (const field of Object.keys(input))
    if (!fields.includes(field))
      refuse('mapping', field, `a mapping has no such field: ${fields.join(', ')}`);
  if (input.format !== FORMAT) refuse('mapping', 'format', `write "format": ${FORMAT}`);
  const delimiter = input.delimiter ?? ',';
  if (typeof delimiter !== 'string' || delimiter.length !== 1)
    refuse('mapping', 'delimiter', 'expected one character, such as ";"');
  const document = readDocument(input.document, file, problems);
  const nodes = listOf(input.nodes, 'nodes', refuse).flatMap(
    ([node, record]) => readNode(node, record, refuse) ?? [],
  );
  const types = new Map<string, NodeType>();
  for (const { as, type } of nodes) {
    if (types.has(as)) refuse(as, 'as', 'two nodes have this name: give each its own');
    types.set(as, type);
  }
  const relationships = listOf(input.relationships ?? [], 'relationships', refuse).flatMap(
    ([relationship, record]) => readRelationship(relationship, record, types, refuse) ?? [],
  );
  if (nodes.length === 0) refuse('mapping', 'nodes', 'name one node at least that a row stands for');
  if (problems.length > 0 || !document || typeof delimiter !== 'string')
    return { kind: 'problems', problems };
  return { kind: 'value', value: { document, delimiter, nodes, relationships } };
}

function readDocument(input: unknown, file: string, problems: Problem[]): Mapping['document'] | null {
  if (!isObject(input)) {
    const message = 'expected { id, name, … }: the table as a document, which is the source of each fact';
    problems.push({ code: 'FILE_INVALID', file, record: 'document', message });
    return null;
  }
  const parsed = parseNode({ ...input, type: 'Document' }, { file, record: 'document' });
  if (parsed.kind === 'value') return { ...input, id: parsed.value.id };
  problems.push(...parsed.problems);
  return null;
}

function readNode(input: UnknownRecord, record: string, refuse: Refuse): MappedNode | null {
  const { as, type, id, once = false, ...given } = input;
  const known = nodeTypeNames.find((name) => name === type);
  if (typeof as !== 'string' || !/^[a-z][\w-]*$/i.test(as))
    return refuse(record, 'as', 'expected a name of letters, by which relationships call the node');
  if (!known) return refuse(record, 'type', `expected one of: ${nodeTypeNames.join(', ')}`);
  if (typeof once !== 'boolean') return refuse(record, 'once', 'expected true or false');
  const made = readTemplate(id, record, 'id', refuse);
  const values = readValues(given, known, record, refuse);
  const isNamed = nodeTypeRow(known).title === undefined;
  const hasName = values?.some(({ property }) => property === 'name') ?? false;
  if (isNamed && values && !hasName) refuse(record, 'name', `a ${known} needs a name`);
  if (!isNamed && hasName) refuse(record, 'name', `the name of a ${known} is made from its other values`);
  return made && values ? { as, type: known, id: made, values, once } : null;
}

function readRelationship(
  input: UnknownRecord,
  record: string,
  types: ReadonlyMap<string, NodeType>,
  refuse: Refuse,
): MappedRelationship | null {
  const { type, start, end, key, ...given } = input;
  if (!isRelationshipType(type)) return refuse(record, 'type', `“${String(type)}” is no relationship type`);
  const [from, to] = [
    readEnd(start, record, 'start', types, refuse),
    readEnd(end, record, 'end', types, refuse),
  ];
  const values = readValues(given, type, record, refuse);
  const keyed = key === undefined ? null : readTemplate(key, record, 'key', refuse);
  if (!from || !to || !values || (key !== undefined && !keyed)) return null;
  const [fromType, toType] = [from, to].map((one) => (one.kind === 'mapped' ? types.get(one.as) : undefined));
  if (fromType && toType && !mayJoin(type, fromType, toType))
    return refuse(record, 'type', `${type} does not join ${fromType} to ${toType}`);
  return { type, start: from, end: to, key: keyed, values };
}

function readEnd(
  input: unknown,
  record: string,
  field: string,
  types: ReadonlyMap<string, NodeType>,
  refuse: Refuse,
): MappedEnd | null {
  if (typeof input === 'string' && types.has(input)) return { kind: 'mapped', as: input };
  const says = `expected the name of a node of the mapping (${[...types.keys()].join(', ')}), or { "id": "…" }`;
  if (!isObject(input)) return refuse(record, field, says);
  const id = readTemplate(input.id, record, field, refuse);
  return id ? { kind: 'there', id } : null;
}

function readValues(
  given: UnknownRecord,
  type: NodeType | RelationshipType,
  record: string,
  refuse: Refuse,
): readonly MappedValue[] | null {
  const values = Object.entries(given).map(([property, input]) =>
    readValue(property, input, type, record, refuse),
  );
  return values.every((value) => value !== null) ? values : null;
}

function readValue(
  property: string,
  input: unknown,
  type: NodeType | RelationshipType,
  record: string,
  refuse: Refuse,
): MappedValue | null {
  const kind = derived.includes(property) ? null : kindOfProperty(type, property);
  if (!kind) return refuse(record, property, `${type} has no property “${property}” that can be given`);
  const {
    from,
    split = null,
    meanings = null,
    stated = false,
    ...others
  } = isObject(input) ? input : { from: input };
  const [unknown] = Object.keys(others);
  if (unknown !== undefined)
    return refuse(record, property, `“${unknown}” is none of: from, split, meanings, stated`);
  if (split !== null && (typeof split !== 'string' || split === '' || (kind !== 'texts' && kind !== 'dates')))
    return refuse(record, property, '“split” is the text between the members of a list');
  if (
    meanings !== null &&
    !(isObject(meanings) && Object.values(meanings).every((one) => typeof one === 'string'))
  )
    return refuse(record, property, '“meanings” is { printed value: value }');
  if (typeof stated !== 'boolean') return refuse(record, property, '“stated” is true or false');
  const template = readTemplate(from, record, property, refuse);
  if (!template) return null;
  const map =
    meanings && new Map(Object.entries(meanings).map(([printed, value]) => [printed, String(value)]));
  return { property, kind, template, split, meanings: map, stated };
}

function readTemplate(input: unknown, record: string, field: string, refuse: Refuse): Template | null {
  if (typeof input === 'number' || typeof input === 'boolean')
    return { source: String(input), parts: [String(input)] };
  if (typeof input !== 'string' || input === '')
    return refuse(record, field, 'expected text with columns as {column}');
  const template = parseTemplate(input);
  return typeof template === 'string' ? refuse(record, field, template) : template;
}

function listOf(input: unknown, name: string, refuse: Refuse): readonly (readonly [UnknownRecord, string])[] {
  if (!Array.isArray(input)) {
    refuse('mapping', name, 'expected a list');
    return [];
  }
  return input.flatMap((one: unknown, index) => {
    if (isObject(one)) return [[one, `${name}[${index}]`] as const];
    refuse(`${name}[${index}]`, 'type', 'expected an object');
    return [];
  });
}

function parseObject(text: string): UnknownRecord | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return isObject(parsed) ? parsed : null;
  } catch {
    // What is no JSON is told as what is no object.
    return null;
  }
}

function isObject(input: unknown): input is UnknownRecord {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}
