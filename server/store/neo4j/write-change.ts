import type { NodeId, RelationshipId } from '../../../schema/ids.ts';
import type { NodeType } from '../../../schema/node-types.ts';
import type { GraphChange, JournalRecord, WriteOutcome } from '../graph-store.ts';
import type { JournalHead } from '../journal/sealed-journal.ts';
import {
  type ChangeLookups,
  type ExistingRecords,
  lookupsOf,
  type SingleEnd,
  settleChange,
  singleEndKey,
} from '../settle-change.ts';
import { applyChanges } from './apply-changes.ts';
import type { Run } from './connection.ts';
import { HEAD } from './head.ts';
import { forBatches, groupBy } from './in-batches.ts';
import { requestQuery, rowToHead, rowToRequest } from './journal.ts';
import { readRecords, recordsQuery } from './records.ts';
import { putRedirects } from './redirects.ts';
import { typeAmong } from './values.ts';
import { startEntry } from './write-entry.ts';

type RecordId = NodeId | RelationshipId;

/** Settles and applies a change inside a transaction, behind the lock that lets one write in at a time. */
export async function writeChange(run: Run, change: GraphChange): Promise<WriteOutcome> {
  const head = await lockHead(run);
  const lookups = lookupsOf(change);
  const settled = settleChange(change, await findExisting(run, lookups, head.sequence));
  if (settled.kind !== 'changes' && settled.kind !== 'unchanged') return settled;
  await putMarks(run, change.marks);
  if (settled.kind === 'unchanged') return settled;
  await applyChanges(run, settled);
  await putRedirects(run, change.redirects ?? []);
  const entry = startEntry(run, head);
  await entry.add(settled.items);
  const sequence = await entry.close(change, lookups.request);
  const { created, changed, removed } = settled;
  return { kind: 'written', sequence, created, changed, removed };
}

export async function putMarks(run: Run, marks: GraphChange['marks']): Promise<void> {
  const text = 'UNWIND $rows AS row MERGE (m:_Mark {key: row.key}) SET m.value = row.value';
  await forBatches(marks, text, run);
}

/** Setting a property takes the node's lock even where the value stays, so what is read after it is the newest. */
export async function lockHead(run: Run): Promise<JournalHead> {
  const text =
    'MATCH (o:_Oversight {key: $key}) SET o.key = $key RETURN o.sequence AS sequence, o.hash AS hash';
  return rowToHead(await run({ text, parameters: { key: HEAD } }));
}

/** What was read in the same transaction already, and nobody else can have changed. */
export interface KnownInside {
  /** Records whole, null those that are not there. */
  readonly records: ReadonlyMap<RecordId, JournalRecord | null>;
  /** Types of nodes that are there. */
  readonly types: ReadonlyMap<NodeId, NodeType>;
}

const nothingKnown: KnownInside = { records: new Map(), types: new Map() };

/** What a change must be held against; what is known already, or follows from it, is not asked again. */
export async function findExisting(
  run: Run,
  lookups: ChangeLookups,
  sequence: number,
  known: KnownInside = nothingKnown,
): Promise<ExistingRecords> {
  const { singleEnds, removedNodes, request } = lookups;
  const ids = lookups.records.filter((id) => !known.records.has(id));
  const read = readRecords(ids.length > 0 ? await run(recordsQuery(ids)) : [], ids);
  const records = new Map(read);
  for (const [id, record] of known.records) if (record) records.set(id, record);
  const looked = new Set<string>([...ids, ...known.records.keys()]);
  const types = await findTypes(run, lookups.types, { records, looked, types: known.types });
  return {
    sequence,
    records,
    types,
    // Nothing ends at a node that is not there.
    atEnds: await findAtEnds(
      run,
      singleEnds.filter(({ node }) => !looked.has(node) || records.has(node)),
    ),
    restingOn: await findResting(run, removedNodes),
    written: request && rowToRequest(await run(requestQuery(request.request))),
  };
}

interface Found {
  readonly records: ReadonlyMap<RecordId, JournalRecord>;
  /** Ids of the records that were looked for, there or not. */
  readonly looked: ReadonlySet<string>;
  readonly types: ReadonlyMap<NodeId, NodeType>;
}

async function findTypes(
  run: Run,
  ids: readonly NodeId[],
  found: Found,
): Promise<ReadonlyMap<NodeId, NodeType>> {
  const types = new Map<NodeId, NodeType>();
  const others: NodeId[] = [];
  for (const id of ids) {
    const record = found.records.get(id)?.record;
    const type = record && !('from' in record) ? record.type : found.types.get(id);
    if (type) types.set(id, type);
    else if (!found.looked.has(id)) others.push(id);
  }
  if (others.length === 0) return types;
  const text = 'UNWIND $ids AS id MATCH (n:Entity {id: id}) RETURN id, labels(n) AS labels';
  for (const { id, labels } of await run({ text, parameters: { ids: others } }))
    types.set(id as NodeId, typeAmong(labels as readonly string[]));
  return types;
}

async function findAtEnds(
  run: Run,
  ends: readonly SingleEnd[],
): Promise<Map<string, readonly RelationshipId[]>> {
  const found = new Map<string, readonly RelationshipId[]>();
  for (const [relationship, group] of groupBy(ends, (end) => end.relationship)) {
    const text =
      `UNWIND $ids AS id MATCH (:Entity {id: id})<-[r:${relationship}]-() ` +
      'RETURN id, collect(DISTINCT r.id) AS relationships';
    for (const { id, relationships } of await run({
      text,
      parameters: { ids: group.map(({ node }) => node) },
    }))
      found.set(singleEndKey({ relationship, node: id as NodeId }), relationships as RelationshipId[]);
  }
  return found;
}

async function findResting(
  run: Run,
  ids: readonly NodeId[],
): Promise<ReadonlyMap<NodeId, readonly RecordId[]>> {
  if (ids.length === 0) return new Map();
  const text = `UNWIND $ids AS id
CALL (id) {
MATCH (:Entity {id: id})-[r]-() RETURN r.id AS resting
UNION
MATCH (e:_Evidence {document: id}) WHERE e.id IS NOT NULL
CALL (e) { MATCH (s:_Statement {id: e.of}) RETURN head(collect(s.of)) AS of }
RETURN coalesce(of, e.of) AS resting
}
RETURN id, collect(resting) AS resting`;
  const rows = await run({ text, parameters: { ids } });
  return new Map(rows.map(({ id, resting }) => [id as NodeId, resting as RecordId[]]));
}
