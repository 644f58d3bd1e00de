import type { NodeId, RelationshipId, SupportedId } from '../../schema/ids.ts';
import type { NodeType } from '../../schema/node-types.ts';
import type { Problem } from '../../schema/problems.ts';
import type { GraphNode, GraphRecords, GraphRelationship } from '../../schema/records.ts';
import { mayJoin, type RelationshipType, relationshipTypeRow } from '../../schema/relationship-types.ts';
import type { GraphChange, JournalItem, JournalRecord, WrittenRequest } from './graph-store.ts';
import { type ChangeRequest, requestOf } from './journal/seal-entry.ts';

type RecordId = NodeId | RelationshipId;

/** What a store must look up, inside its transaction, before a change can be settled. */
export interface ChangeLookups {
  /** Records that the change puts, removes or expects. */
  readonly records: readonly RecordId[];
  /** Nodes whose types are needed: ends of relationships and documents of evidence. */
  readonly types: readonly NodeId[];
  /** Ends that may have one relationship of the type only. */
  readonly singleEnds: readonly SingleEnd[];
  /** Nodes to be removed, on which nothing may rest. */
  readonly removedNodes: readonly NodeId[];
  /** The request whose entry is looked for; null for a change without an idempotency key. */
  readonly request: ChangeRequest | null;
}

export interface SingleEnd {
  readonly relationship: RelationshipType;
  readonly node: NodeId;
}

/** What the store found; what is not there is left out. */
export interface ExistingRecords {
  readonly records: ReadonlyMap<RecordId, JournalRecord>;
  readonly types: ReadonlyMap<NodeId, NodeType>;
  /** By `singleEndKey`: the relationships of the type that end at the node. */
  readonly atEnds: ReadonlyMap<string, readonly RelationshipId[]>;
  /**
   * For each node to be removed: the relationships that touch it, and the records with evidence (their own or
   * that of their statements) in it as a document.
   */
  readonly restingOn: ReadonlyMap<NodeId, readonly RecordId[]>;
  /** Where the journal ends. */
  readonly sequence: number;
  /** The entry of the change's request, if it was written before. */
  readonly written: WrittenRequest | null;
}

/** What a change comes to: a list of problems, nothing, an entry that has it already, or what to write. */
export type SettledChange =
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'repeated'; readonly sequence: number }
  | { readonly kind: 'overtaken'; readonly sequence: number }
  | {
      readonly kind: 'changes';
      /** Records to write whole, with the versions that they get; what they had before is replaced. */
      readonly put: readonly JournalRecord[];
      readonly remove: readonly RecordId[];
      readonly items: readonly JournalItem[];
      readonly created: number;
      readonly changed: number;
      readonly removed: number;
    };

export function singleEndKey({ relationship, node }: SingleEnd): string {
  return `${relationship} ${node}`;
}

export function isRelationship(record: GraphNode | GraphRelationship): record is GraphRelationship {
  return 'from' in record;
}

/** What must be looked up for a change; each id once. */
export function lookupsOf(change: GraphChange): ChangeLookups {
  const { nodes, relationships, evidence } = change.put;
  const redirects = change.redirects ?? [];
  const documents = evidence.flatMap(({ document }) => (document ? [document] : []));
  return {
    records: unique([
      ...nodes.map(({ id }) => id),
      ...relationships.map(({ id }) => id),
      ...change.remove,
      ...change.expected.map(({ id }) => id),
      ...redirects.map(({ from }) => from),
    ]),
    types: unique([
      ...relationships.flatMap(({ from, to }) => [from, to]),
      ...documents,
      ...redirects.flatMap(({ to }) => to ?? []),
    ]),
    singleEnds: relationships
      .filter(({ type }) => relationshipTypeRow(type).oneAtEnd)
      .map(({ type, to }) => ({ relationship: type, node: to })),
    removedNodes: change.remove.filter((id): id is NodeId => !id.startsWith('relationship/')),
    request: requestOf(change),
  };
}

/** Settles a change against what is there: every rule of the store is kept here, for all adapters. */
export function settleChange(change: GraphChange, existing: ExistingRecords): SettledChange {
  if (existing.written) return settleRepeated(change, existing.written);
  const { basedOn = existing.sequence } = change;
  if (basedOn !== existing.sequence) return { kind: 'overtaken', sequence: existing.sequence };
  const problems = [
    ...checkIds(change, existing),
    ...checkEnds(change, existing),
    ...checkSupport(change, existing),
    ...checkSingleEnds(change, existing),
    ...checkRemovals(change, existing),
    ...checkRedirects(change, existing),
  ];
  if (problems.length > 0) return { kind: 'refused', problems };
  const items: JournalItem[] = [];
  const put: JournalRecord[] = [];
  const touched = new Set<string>(change.touch);
  for (const after of groupRecords(change.put).values()) {
    const before = existing.records.get(after.record.id) ?? null;
    if (before && sameContent(before, after) && !touched.has(after.record.id)) continue;
    const versioned = withVersion(after, (before?.record.version ?? 0) + 1);
    put.push(versioned);
    items.push({ ordinal: items.length, record: after.record.id, before, after: versioned });
  }
  const created = items.filter(({ before }) => before === null).length;
  for (const id of change.remove) {
    const before = existing.records.get(id) ?? null;
    items.push({ ordinal: items.length, record: id, before, after: null });
  }
  if (items.length === 0) return { kind: 'unchanged' };
  const removed = change.remove.length;
  return {
    kind: 'changes',
    put,
    remove: change.remove,
    items,
    created,
    changed: put.length - created,
    removed,
  };
}

function settleRepeated(change: GraphChange, written: WrittenRequest): SettledChange {
  if (requestOf(change)?.input === written.input) return { kind: 'repeated', sequence: written.sequence };
  const message = `the idempotency key was used for another change, which is entry ${written.sequence} of the journal`;
  return { kind: 'refused', problems: [{ code: 'KEY_REUSED', message }] };
}

/** Each node and relationship with its evidence and statements, lists in the order of their ids. */
export function groupRecords(records: GraphRecords): Map<RecordId, JournalRecord> {
  const groups = new Map<
    SupportedId,
    {
      record: GraphNode | GraphRelationship;
      evidence: JournalRecord['evidence'][number][];
      statements: JournalRecord['statements'][number][];
    }
  >();
  for (const record of [...records.nodes, ...records.relationships])
    groups.set(record.id, { record, evidence: [], statements: [] });
  const owners = new Map<SupportedId, RecordId>();
  for (const statement of records.statements) {
    groups.get(statement.of)?.statements.push(statement);
    owners.set(statement.id, statement.of);
  }
  for (const evidence of records.evidence)
    groups.get(owners.get(evidence.of) ?? evidence.of)?.evidence.push(evidence);
  const sorted = new Map<RecordId, JournalRecord>();
  for (const { record, evidence, statements } of groups.values())
    sorted.set(record.id, { evidence: evidence.sort(byId), record, statements: statements.sort(byId) });
  return sorted;
}

function checkIds(change: GraphChange, existing: ExistingRecords): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const { nodes, relationships, evidence, statements } = change.put;
  for (const id of [
    ...[...nodes, ...relationships, ...evidence, ...statements].map(({ id }) => id),
    ...change.remove,
  ]) {
    if (seen.has(id))
      problems.push({ code: 'ID_TAKEN', record: id, message: 'the change names this id twice' });
    seen.add(id);
  }
  for (const record of [...nodes, ...relationships]) {
    const before = existing.records.get(record.id)?.record;
    if (before && before.type !== record.type)
      problems.push({ code: 'ID_TAKEN', record: record.id, message: `the id belongs to a ${before.type}` });
  }
  for (const { id, version } of change.expected) {
    const found = existing.records.get(id)?.record.version ?? 0;
    if (found !== version)
      problems.push({
        code: 'VERSION_CONFLICT',
        record: id,
        message: `version ${version} was seen, but it stands at version ${found}`,
      });
  }
  return problems;
}

function checkEnds(change: GraphChange, existing: ExistingRecords): Problem[] {
  const typeOf = typesAfter(change, existing);
  const problems: Problem[] = [];
  for (const { id, type, from, to } of change.put.relationships) {
    const [fromType, toType] = [typeOf(from), typeOf(to)];
    for (const [field, end, known] of [
      ['start', from, fromType],
      ['end', to, toType],
    ] as const)
      if (!known)
        problems.push({ code: 'END_MISSING', record: id, field, message: `there is no node “${end}”` });
    if (fromType && toType && !mayJoin(type, fromType, toType))
      problems.push({
        code: 'END_NOT_ALLOWED',
        record: id,
        message: `${type} does not join a ${fromType} to a ${toType}`,
      });
  }
  return problems;
}

function checkSupport(change: GraphChange, existing: ExistingRecords): Problem[] {
  const typeOf = typesAfter(change, existing);
  const { nodes, relationships, evidence, statements } = change.put;
  const owners = new Set<string>([...nodes, ...relationships].map(({ id }) => id));
  const supported = new Set<string>([...owners, ...statements.map(({ id }) => id)]);
  const problems: Problem[] = [];
  for (const { id, of } of statements)
    if (!owners.has(of))
      problems.push({
        code: 'END_MISSING',
        record: id,
        message: `the statement is of “${of}”, which the change does not put`,
      });
  for (const { id, of, document } of evidence) {
    if (!supported.has(of))
      problems.push({
        code: 'END_MISSING',
        record: id,
        message: `the evidence supports “${of}”, which the change does not put`,
      });
    const type = document ? typeOf(document) : 'Document';
    if (type === undefined)
      problems.push({
        code: 'END_MISSING',
        record: id,
        field: 'document',
        message: `there is no document “${document}”`,
      });
    else if (type !== 'Document')
      problems.push({
        code: 'END_NOT_ALLOWED',
        record: id,
        field: 'document',
        message: `“${document}” is a ${type}`,
      });
  }
  const evidenced = new Set<string>(evidence.map(({ of }) => of));
  for (const { id } of relationships)
    if (!evidenced.has(id))
      problems.push({
        code: 'EVIDENCE_MISSING',
        record: id,
        message: 'a relationship needs evidence: name its source',
      });
  return problems;
}

function checkSingleEnds(change: GraphChange, existing: ExistingRecords): Problem[] {
  const removed = new Set<string>(change.remove);
  const taken = new Map<string, Set<string>>();
  const problems: Problem[] = [];
  for (const { id, type, to } of change.put.relationships) {
    if (!relationshipTypeRow(type).oneAtEnd) continue;
    const key = singleEndKey({ relationship: type, node: to });
    const others =
      taken.get(key) ?? new Set(existing.atEnds.get(key)?.filter((other) => !removed.has(other)));
    others.add(id);
    taken.set(key, others);
    if (others.size > 1)
      problems.push({
        code: 'END_HAS_ONE',
        record: id,
        message: `“${to}” has a ${type} relationship already`,
      });
  }
  return problems;
}

function checkRemovals(change: GraphChange, existing: ExistingRecords): Problem[] {
  const removed = new Set<string>(change.remove);
  const put = new Set<string>(change.put.nodes.map(({ id }) => id));
  for (const { id } of change.put.relationships) put.add(id);
  const problems: Problem[] = [];
  for (const id of change.remove)
    if (!existing.records.has(id))
      problems.push({ code: 'END_MISSING', record: id, message: 'there is no such record' });
  for (const [id, resting] of existing.restingOn) {
    // A record that the same change puts anew is checked there: its ends and documents must be left then.
    const left = resting.filter((other) => other !== id && !removed.has(other) && !put.has(other));
    if (left.length > 0)
      problems.push({
        code: 'STILL_REFERENCED',
        record: id,
        message: `${left.length} records rest on it, “${left[0]}” among them`,
      });
  }
  return problems;
}

function checkRedirects(change: GraphChange, existing: ExistingRecords): Problem[] {
  const typeOf = typesAfter(change, existing);
  const removed = new Set<string>(change.remove);
  const put = new Set<string>(change.put.nodes.map(({ id }) => id));
  return (change.redirects ?? []).flatMap(({ from, to }): Problem[] => {
    if (put.has(from) || (existing.records.has(from) && !removed.has(from)))
      return [{ code: 'ID_TAKEN', record: from, message: 'a node has the id, which can stand for no other' }];
    if (to === null || typeOf(to)) return [];
    return [{ code: 'END_MISSING', record: from, message: `there is no node “${to}” for it to stand for` }];
  });
}

/** Types as they will be after the change: what it removes is gone, what it puts is there. */
function typesAfter(change: GraphChange, existing: ExistingRecords): (id: NodeId) => NodeType | undefined {
  const removed = new Set<string>(change.remove);
  const put = new Map(change.put.nodes.map(({ id, type }) => [id, type] as const));
  return (id) => put.get(id) ?? (removed.has(id) ? undefined : existing.types.get(id));
}

function sameContent(before: JournalRecord, after: JournalRecord): boolean {
  return (
    sameValue(before.evidence, after.evidence) &&
    sameValue(before.statements, after.statements) &&
    sameRecord(before.record, after.record)
  );
}

/** Whether two forms of a record differ in their version at most. */
export function sameRecord(before: JournalRecord['record'], after: JournalRecord['record']): boolean {
  return sameValue({ ...before, version: 0 }, { ...after, version: 0 });
}

function withVersion({ record, evidence, statements }: JournalRecord, version: number): JournalRecord {
  return { evidence, record: { ...record, version }, statements };
}

/** Whether two plain values say the same: the order of keys does not count, and a key without a value is none. */
function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  for (const key in a) if (!sameValue(a[key], b[key])) return false;
  for (const key in b) if (b[key] !== undefined && a[key] === undefined) return false;
  return true;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object';
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}

function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}
