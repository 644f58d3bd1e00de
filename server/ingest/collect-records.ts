import { parseNodeId } from '../../schema/ids.ts';
import {
  parseEvidence,
  parseNode,
  parseRelationship,
  parseStatement,
  type RecordPlace,
  type UnknownRecord,
} from '../../schema/parse-record.ts';
import type { Parsed, Problem } from '../../schema/problems.ts';
import type {
  Evidence,
  GraphNode,
  GraphRecords,
  GraphRelationship,
  Statement,
} from '../../schema/records.ts';

/** Records as a file gives them, not completed, with what is needed to tell its problems. */
export interface CollectedRecords {
  readonly records: GraphRecords;
  /** Ids of all nodes that the file names, those with problems included, so that one mistake is told once. */
  readonly known: ReadonlySet<string>;
  /** How a person finds a record in the file, by its id: relationships have no id of their own there. */
  readonly labels: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

interface Gathered {
  readonly nodes: GraphNode[];
  readonly relationships: GraphRelationship[];
  readonly evidence: Evidence[];
  readonly statements: Statement[];
  readonly known: Set<string>;
  readonly labels: Map<string, string>;
  readonly problems: Problem[];
  readonly file: string;
}

/**
 * Reads `{ id, type, …properties, evidence?, statements? }` for each node and
 * `{ type, start, end, key?, …properties, evidence, statements? }` for each relationship.
 */
export function collectRecords(nodes: unknown, relationships: unknown, file: string): CollectedRecords {
  const gathered: Gathered = {
    nodes: [],
    relationships: [],
    evidence: [],
    statements: [],
    known: new Set(),
    labels: new Map(),
    problems: [],
    file,
  };
  for (const [index, input] of list(nodes, 'nodes', gathered).entries())
    collectNode(input, `nodes[${index}]`, gathered);
  for (const [index, input] of list(relationships, 'relationships', gathered).entries())
    collectRelationship(input, `relationships[${index}]`, gathered);
  const { evidence, statements, known, labels, problems } = gathered;
  const records = { nodes: gathered.nodes, relationships: gathered.relationships, evidence, statements };
  return { records, known, labels, problems };
}

function collectNode(input: unknown, position: string, gathered: Gathered): void {
  if (!isObject(input)) {
    refuse(gathered, position, 'expected a node as an object');
    return;
  }
  const { evidence, statements, ...given } = input;
  const id = typeof given.id === 'string' ? parseNodeId(given.id) : null;
  const place = { file: gathered.file, record: id ?? position };
  if (id) gathered.known.add(id);
  const node = keep(parseNode(given, place), gathered);
  if (!node) return;
  gathered.nodes.push(node);
  collectSupport(node, evidence, statements, place, gathered);
}

function collectRelationship(input: unknown, position: string, gathered: Gathered): void {
  if (!isObject(input)) {
    refuse(gathered, position, 'expected a relationship as an object');
    return;
  }
  const { evidence, statements, ...given } = input;
  const record = `${position} ${String(given.type)} ${String(given.start)} → ${String(given.end)}`;
  const place = { file: gathered.file, record };
  const relationship = keep(parseRelationship(given, place), gathered);
  if (!relationship) return;
  gathered.labels.set(relationship.id, record);
  gathered.relationships.push(relationship);
  collectSupport(relationship, evidence, statements, place, gathered);
}

function collectSupport(
  of: GraphNode | GraphRelationship,
  evidence: unknown,
  statements: unknown,
  place: RecordPlace,
  gathered: Gathered,
): void {
  collectEvidence(of.id, evidence, { ...place, field: 'evidence' }, gathered);
  if (statements === undefined) return;
  for (const input of list(statements, 'statements', gathered, place.record)) {
    if (!isObject(input)) {
      refuse(gathered, place.record, 'expected a statement as an object', 'statements');
      continue;
    }
    const { evidence: own, ...given } = input;
    const unknown = Object.keys(given).filter((field) => !STATEMENT_FIELDS.includes(field));
    for (const field of unknown)
      refuse(gathered, place.record, `a statement has no field “${field}”`, 'statements');
    const statement = keep(parseStatement(of, given, place), gathered);
    if (!statement) continue;
    gathered.statements.push(statement);
    const field = `statement on ${statement.property}`;
    if (!Array.isArray(own) || own.length === 0)
      gathered.problems.push({
        ...place,
        field,
        code: 'EVIDENCE_MISSING',
        message: 'a statement names its source',
      });
    else collectEvidence(statement.id, own, { ...place, field }, gathered);
  }
}

const STATEMENT_FIELDS = ['property', 'value', 'standing', 'reason'];

function collectEvidence(
  of: Evidence['of'],
  input: unknown,
  place: RecordPlace & { readonly field: string },
  gathered: Gathered,
): void {
  if (input === undefined) return;
  for (const given of list(input, place.field, gathered, place.record)) {
    if (!isObject(given)) refuse(gathered, place.record, 'expected evidence as an object', place.field);
    else {
      const evidence = keep(parseEvidence(of, given, place), gathered);
      if (evidence) gathered.evidence.push(evidence);
    }
  }
}

function keep<Value>(parsed: Parsed<Value>, { problems }: Gathered): Value | null {
  if (parsed.kind === 'value') return parsed.value;
  problems.push(...parsed.problems);
  return null;
}

function list(input: unknown, field: string, gathered: Gathered, record?: string): readonly unknown[] {
  if (Array.isArray(input)) return input;
  refuse(gathered, record, 'expected a list', field);
  return [];
}

function refuse(
  { problems, file }: Gathered,
  record: string | undefined,
  message: string,
  field?: string,
): void {
  problems.push({
    code: 'FILE_INVALID',
    file,
    message,
    ...(record === undefined ? {} : { record }),
    ...(field === undefined ? {} : { field }),
  });
}

function isObject(input: unknown): input is UnknownRecord {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}
