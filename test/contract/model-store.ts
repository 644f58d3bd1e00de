import type { NodeId, RelationshipId } from '../../schema/ids.ts';
import type { GraphRecords } from '../../schema/records.ts';
import {
  addCounts,
  noCounts,
  PartsLeft,
  partAsChange,
  refusedParts,
  requestOfParts,
} from '../../server/store/change-parts.ts';
import {
  type ChangeAbout,
  type GraphChange,
  type GraphStore,
  type JournalEntry,
  type JournalItem,
  type JournalRecord,
  type LastChange,
  type PartsOutcome,
  type PartsWork,
  type PartWriter,
  StoreUnavailable,
  type WriteOutcome,
  type WrittenRequest,
} from '../../server/store/graph-store.ts';
import {
  hashItems,
  requestKey,
  requestOf,
  sealEntry,
  sealItem,
} from '../../server/store/journal/seal-entry.ts';
import type { JournalHead, SealedEntry, SealedItem } from '../../server/store/journal/sealed-journal.ts';
import { tellWrites } from '../../server/store/journal/tell-writes.ts';
import type { ReadAnswer, ReadPlan } from '../../server/store/read-plan.ts';
import {
  type ExistingRecords,
  isRelationship,
  lookupsOf,
  settleChange,
  singleEndKey,
} from '../../server/store/settle-change.ts';
import { findNode, nodesOf, relationshipsOf } from './model/model-graph.ts';
import { createModelTokens } from './model/model-tokens.ts';
import { countFacets, findAdjacent, findCandidates } from './model/questions.ts';
import { readTrees } from './model/read-trees.ts';

type RecordId = NodeId | RelationshipId;

interface ModelEntry {
  readonly entry: JournalEntry;
  readonly items: readonly JournalItem[];
  readonly sealed: SealedEntry;
  readonly sealedItems: readonly SealedItem[];
}

/**
 * The whole port in memory, made to be obviously right and not to be fast: arrays, filters and sorts. The real
 * stores are held against it.
 */
export function createModelStore(): GraphStore {
  const graph = new Map<string, JournalRecord>();
  const entries: ModelEntry[] = [];
  const writes = tellWrites();
  const marks = new Map<string, string>();
  const redirects: Redirects = new Map();
  let statements = 0;
  let open = true;

  /** All work is done before the promise is there, so that writes take turns by themselves. */
  const answer = async <Value>(work: () => Value): Promise<Value> => {
    if (!open) throw new StoreUnavailable('the store was closed');
    statements += 1;
    return structuredClone(work());
  };

  return {
    kind: 'sqlite',
    place: 'memory of the tests',
    read: <Plan extends ReadPlan>(plan: Plan) =>
      answer(() => readTrees(graph, plan) as Extract<ReadAnswer, { kind: Plan['kind'] }>),
    searchCandidates: (question) => answer(() => findCandidates(graph, question)),
    adjacent: (question) => answer(() => findAdjacent(graph, question)),
    nodeIds: ({ types, after, limit }) =>
      answer(() =>
        nodesOf(graph)
          .filter(({ id, type }) => (types?.includes(type) ?? true) && (after === null || id > after))
          .slice(0, limit)
          .map(({ id }) => id),
      ),
    facets: (question) => answer(() => countFacets(graph, question)),
    records: (ids) => answer(() => wholeRecords(graph, ids)),
    write: async (change) =>
      writes.tell(await answer(() => applyChange(graph, entries, { marks, redirects }, change))),
    writeInParts: async (about, work) =>
      writes.tell(structuredClone(await applyParts(graph, entries, marks, about, work))),
    findRequest: (author, key) => answer(() => findWritten(entries, requestKey(author, key))),
    onWrite: writes.listen,
    journalHead: () => answer(() => headOf(entries)),
    sealedEntries: ({ after, limit }) =>
      answer(() => entries.slice(after, after + limit).map(({ sealed }) => sealed)),
    sealedItems: ({ sequence, after, limit }) =>
      answer(() => (entries[sequence - 1]?.sealedItems ?? []).slice(after + 1, after + 1 + limit)),
    journal: ({ after, limit }) =>
      answer(() =>
        entries
          .map(({ entry }) => entry)
          .filter(({ sequence }) => sequence > after)
          .slice(0, limit),
      ),
    journalItems: ({ sequence, after, limit }) =>
      answer(() =>
        (entries[sequence - 1]?.items ?? []).filter(({ ordinal }) => ordinal > after).slice(0, limit),
      ),
    history: ({ record, before, limit }) =>
      answer(() =>
        entries
          .flatMap(({ entry, items }) => {
            const item = items.find((one) => one.record === record);
            return item && (before === null || entry.sequence < before) ? [{ entry, item }] : [];
          })
          .reverse()
          .slice(0, limit),
      ),
    changesSince: ({ records, since }) =>
      answer(() =>
        entries
          .filter(({ entry }) => entry.sequence >= since)
          .flatMap(({ entry, items }) =>
            items.filter(({ record }) => records.includes(record)).map((item) => ({ entry, item })),
          ),
      ),
    lastChanges: (ids) => answer(() => findLastChanges(entries, ids)),
    survivors: (ids) => answer(() => findSurvivors(graph, redirects, ids)),
    tokens: createModelTokens(),
    mark: (key) => answer(() => marks.get(key) ?? null),
    upkeep: {
      relationships: ({ type, after, limit }) =>
        answer(() => {
          const ids = relationshipsOf(graph)
            .filter(
              (relationship) => relationship.type === type && (after === null || relationship.id > after),
            )
            .map(({ id }) => id)
            .slice(0, limit);
          return wholeRecords(graph, ids);
        }),
      marks: () => answer(() => [...marks].sort().map(([key, value]) => ({ key, value }))),
      redirects: () => answer(() => [...redirects].sort().map(([from, to]) => ({ from, to }))),
      erase: noUpkeep,
      restore: noUpkeep,
      inspect: noUpkeep,
      backup: null,
    },
    ping: () => answer(() => undefined),
    statementCount: () => statements,
    close: async () => {
      open = false;
    },
  };
}

/** What the model is not asked for: it has no disk to look over. */
async function noUpkeep(): Promise<never> {
  throw new Error('the model has no upkeep');
}

function applyChange(
  graph: Map<string, JournalRecord>,
  entries: ModelEntry[],
  { marks, redirects }: { readonly marks: Map<string, string>; readonly redirects: Redirects },
  change: GraphChange,
): WriteOutcome {
  const settled = settleChange(structuredClone(change), findExisting(graph, entries, change));
  if (settled.kind !== 'changes' && settled.kind !== 'unchanged') return settled;
  for (const { key, value } of change.marks) marks.set(key, value);
  if (settled.kind === 'unchanged') return settled;
  for (const id of settled.remove) graph.delete(id);
  for (const record of settled.put) graph.set(record.record.id, record);
  for (const { from, to } of change.redirects ?? []) redirects.set(from, to);
  const { created, changed, removed } = settled;
  const sequence = addEntry(entries, change, requestOf(change), settled.items);
  return { kind: 'written', sequence, created, changed, removed };
}

/** Works on a copy, which takes the place of the graph in the end. */
async function applyParts(
  graph: Map<string, JournalRecord>,
  entries: ModelEntry[],
  marks: Map<string, string>,
  about: ChangeAbout,
  work: PartsWork,
): Promise<PartsOutcome> {
  const draft = new Map(graph);
  const items: JournalItem[] = [];
  let counts = noCounts;
  const put: PartWriter['put'] = async (part) => {
    const change = structuredClone(partAsChange(about, part));
    const settled = settleChange(change, findExisting(draft, entries, change));
    if (settled.kind === 'refused') throw refusedParts(settled.problems);
    if (settled.kind !== 'changes') return noCounts;
    for (const id of settled.remove) draft.delete(id);
    for (const record of settled.put) draft.set(record.record.id, record);
    for (const item of settled.items) items.push({ ...item, ordinal: items.length });
    counts = addCounts(counts, settled);
    return settled;
  };
  try {
    const wish = await work({
      records: async (ids) => structuredClone(wholeRecords(draft, ids)),
      adjacent: async (question) => findAdjacent(draft, question),
      lastChanges: async (ids) => findLastChanges(entries, ids),
      put,
    });
    if (wish === 'discard') return { kind: 'discarded', ...counts };
  } catch (error) {
    if (error instanceof PartsLeft) return error.outcome;
    throw error;
  }
  for (const { key, value } of about.marks) marks.set(key, value);
  if (items.length === 0) return { kind: 'unchanged' };
  graph.clear();
  for (const [id, record] of draft) graph.set(id, record);
  return { kind: 'written', sequence: addEntry(entries, about, requestOfParts(about), items), ...counts };
}

function addEntry(
  entries: ModelEntry[],
  { at, author, reason }: Pick<GraphChange, 'at' | 'author' | 'reason'>,
  request: ReturnType<typeof requestOf>,
  items: readonly JournalItem[],
): number {
  const sequence = entries.length + 1;
  const sealedItems = items.map((item) => sealItem(item));
  const hashes = hashItems();
  for (const { hash } of sealedItems) hashes.add(hash);
  const entry = { sequence, at, author, reason, items: items.length };
  const open = { ...entry, request, itemsHash: hashes.end(), erased: null };
  entries.push({ entry, items, sealedItems, sealed: sealEntry(headOf(entries).hash, open) });
  return sequence;
}

type Redirects = Map<NodeId, NodeId | null>;

/** Goes from id to id until a node is there, or nothing stands for it. */
function findSurvivors(
  graph: ReadonlyMap<string, JournalRecord>,
  redirects: Redirects,
  ids: readonly NodeId[],
): Map<NodeId, NodeId> {
  const found = new Map<NodeId, NodeId>();
  for (const id of ids) {
    let at = id;
    for (let step = 0; step < 50 && !graph.has(at); step++) at = redirects.get(at) ?? at;
    if (at !== id) found.set(id, at);
  }
  return found;
}

function headOf(entries: readonly ModelEntry[]): JournalHead {
  return { sequence: entries.length, hash: entries.at(-1)?.sealed.hash ?? '' };
}

function findWritten(entries: readonly ModelEntry[], request: string): WrittenRequest | null {
  const sealed = entries.find((entry) => entry.sealed.request === request)?.sealed;
  return sealed ? { sequence: sealed.sequence, input: sealed.input ?? '' } : null;
}

function findExisting(
  graph: ReadonlyMap<string, JournalRecord>,
  entries: readonly ModelEntry[],
  change: GraphChange,
): ExistingRecords {
  const lookups = lookupsOf(change);
  const records = new Map<RecordId, JournalRecord>();
  for (const id of lookups.records) {
    const record = graph.get(id);
    if (record) records.set(id, record);
  }
  const types: [NodeId, NonNullable<ReturnType<typeof findNode>>['type']][] = [];
  for (const id of lookups.types) {
    const node = findNode(graph, id);
    if (node) types.push([id, node.type]);
  }
  const atEnds = lookups.singleEnds.map((end) => {
    const ending = relationshipsOf(graph).filter(
      ({ type, to }) => type === end.relationship && to === end.node,
    );
    return [singleEndKey(end), ending.map(({ id }) => id)] as const;
  });
  const restingOn = lookups.removedNodes.map((id) => [id, findResting(graph, id)] as const);
  const written = lookups.request && findWritten(entries, lookups.request.request);
  return {
    records,
    types: new Map(types),
    atEnds: new Map(atEnds),
    restingOn: new Map(restingOn),
    sequence: entries.length,
    written,
  };
}

/** Relationships that touch the node, and records with evidence in it as a document. */
function findResting(graph: ReadonlyMap<string, JournalRecord>, id: NodeId): RecordId[] {
  return [...graph.values()]
    .filter(
      ({ record, evidence }) =>
        (isRelationship(record) && (record.from === id || record.to === id)) ||
        evidence.some(({ document }) => document === id),
    )
    .map(({ record }) => record.id);
}

/** Each record once, in the order in which it was asked for first. */
function wholeRecords(graph: ReadonlyMap<string, JournalRecord>, ids: readonly RecordId[]): GraphRecords {
  const found = [...new Set(ids)].flatMap((id) => graph.get(id) ?? []);
  return {
    nodes: found.flatMap(({ record }) => (isRelationship(record) ? [] : [record])),
    relationships: found.flatMap(({ record }) => (isRelationship(record) ? [record] : [])),
    evidence: found.flatMap(({ evidence }) => evidence),
    statements: found.flatMap(({ statements }) => statements),
  };
}

function findLastChanges(
  entries: readonly { readonly entry: JournalEntry; readonly items: readonly JournalItem[] }[],
  ids: readonly string[],
): Map<string, LastChange> {
  const changes = new Map<string, LastChange>();
  for (const { entry, items } of entries)
    for (const { record, after } of items)
      if (ids.includes(record))
        changes.set(record, {
          sequence: entry.sequence,
          author: entry.author,
          removed: after === null,
        });
  return changes;
}
