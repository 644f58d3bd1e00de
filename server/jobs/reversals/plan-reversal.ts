import { setImmediate as nextTurn } from 'node:timers/promises';
import { type NodeId, parseRelationshipId, type RelationshipId } from '../../../schema/ids.ts';
import type { GraphRelationship } from '../../../schema/records.ts';
import type { RecordId } from '../../edits/asking.ts';
import { derivedEnds } from '../../edits/drafts/complete-draft.ts';
import { givenValues } from '../../edits/given-values.ts';
import type {
  GraphStore,
  JournalEntry,
  JournalItem,
  JournalRecord,
  RecordChange,
} from '../../store/graph-store.ts';
import { groupRecords, isRelationship } from '../../store/settle-change.ts';
import { findLeaning } from './find-leaning.ts';

/** Where an item stands in the journal. */
export interface Place {
  readonly sequence: number;
  readonly ordinal: number;
}

/**
 * What taking entries back does, by id and by place, so that it grows by a hundred bytes a record and not by what the
 * records say.
 */
export interface ReversalPlan {
  readonly removeRelationships: ReadonlySet<RelationshipId>;
  /** With the documents among those to be removed that each cites. */
  readonly removeDocuments: ReadonlyMap<NodeId, readonly NodeId[]>;
  readonly removeNodes: ReadonlySet<NodeId>;
  /** The items whose `before` is put: documents with those that they cite, by id. */
  readonly putDocuments: ReadonlyMap<NodeId, { readonly place: Place; readonly cites: readonly NodeId[] }>;
  readonly putNodes: readonly Place[];
  readonly putRelationships: readonly Place[];
  /** Nodes that stay, or come back, whose dates, standings and disputes follow from what goes or comes. */
  readonly settle: ReadonlySet<NodeId>;
  /** Records that are put back or removed. */
  readonly records: number;
}

type PlanOutcome =
  | { readonly kind: 'plan'; readonly plan: ReversalPlan }
  /** What holds the entries in place; the entries of the journal that did so, all of them, and the first records. */
  | { readonly kind: 'built on'; readonly built: BuiltOn }
  /** An entry is not there, or was erased in part. */
  | { readonly kind: 'missing'; readonly sequence: number };

interface BuiltOn {
  /** The first of them. */
  readonly records: readonly RecordId[];
  readonly count: number;
  /** The entries that did so. */
  readonly entries: ReadonlySet<number>;
}

export type ReversalSource = Pick<
  GraphStore,
  'adjacent' | 'records' | 'lastChanges' | 'read' | 'changesSince' | 'journal' | 'journalItems'
>;

export interface PlanSettings {
  readonly signal: AbortSignal;
  /** Items of the entries that were gone through, and of all. */
  readonly tell: (done: number, total: number) => void;
}

/** Items read at a time. */
const PAGE = 200;
/** Records whose changes are read between two turns of others: a store in this thread lets nobody in by itself. */
const RECORDS = 40;

/** Works out what taking these entries back comes to, and what of them was built on since; reads only. */
export async function planReversal(
  source: ReversalSource,
  sequences: ReadonlySet<number>,
  { signal, tell }: PlanSettings,
): Promise<PlanOutcome> {
  const entries: JournalEntry[] = [];
  for (const sequence of [...sequences].sort((a, b) => a - b)) {
    const [entry] = await source.journal({ after: sequence - 1, limit: 1 });
    if (entry?.sequence !== sequence) return { kind: 'missing', sequence };
    entries.push(entry);
  }
  const total = entries.reduce((sum, { items }) => sum + items, 0);
  const planner = new Planner(source, sequences, signal);
  let done = 0;
  for (const entry of entries) {
    let read = 0;
    for (let after = -1; ; ) {
      signal.throwIfAborted();
      const items = await source.journalItems({ sequence: entry.sequence, after, limit: PAGE });
      if (items.length === 0) break;
      await planner.add(entry, items);
      after = items.at(-1)?.ordinal ?? after;
      read += items.length;
      done += items.length;
      tell(done, total);
      // The embedded store answers at once: others get their turn between pages.
      await nextTurn();
    }
    if (read !== entry.items) return { kind: 'missing', sequence: entry.sequence };
  }
  await planner.findLeaning();
  return planner.outcome();
}

class Planner {
  readonly #source: ReversalSource;
  readonly #sequences: ReadonlySet<number>;
  readonly #signal: AbortSignal;
  readonly #oldest: number;
  readonly #seen = new Set<RecordId>();
  readonly #removeRelationships = new Set<RelationshipId>();
  readonly #removeDocuments = new Map<NodeId, readonly NodeId[]>();
  readonly #removeNodes = new Set<NodeId>();
  readonly #putDocuments = new Map<NodeId, { readonly place: Place; readonly cites: readonly NodeId[] }>();
  readonly #putNodes: Place[] = [];
  readonly #putRelationships: Place[] = [];
  readonly #settle = new Set<NodeId>();
  readonly #builtOn = new Set<RecordId>();
  readonly #builtBy = new Set<number>();

  constructor(source: ReversalSource, sequences: ReadonlySet<number>, signal: AbortSignal) {
    this.#source = source;
    this.#signal = signal;
    this.#sequences = sequences;
    this.#oldest = Math.min(...sequences);
  }

  /** Takes the next items of an entry; a record counts where the newest of the entries that touched it comes. */
  async add(entry: JournalEntry, items: readonly JournalItem[]): Promise<void> {
    const last = await this.#source.lastChanges(items.map(({ record }) => record));
    const touchedSince = items.filter(({ record }) => last.get(record)?.sequence !== entry.sequence);
    const current = groupRecords(await this.#source.records(touchedSince.map(({ record }) => record)));
    const unseen = items.filter(({ record }) => !this.#seen.has(record));
    const isOnly = ({ record }: JournalItem) =>
      entry.sequence === this.#oldest && last.get(record)?.sequence === entry.sequence;
    const changed = await this.#readChanges(unseen.flatMap((item) => (isOnly(item) ? [] : item.record)));
    for (const item of unseen) {
      if (isOnly(item)) {
        this.#take(item, entry.sequence);
        continue;
      }
      const isLast = last.get(item.record)?.sequence === entry.sequence;
      const changes = changed.get(item.record) ?? [];
      const own = changes.filter((change) => this.#sequences.has(change.entry.sequence));
      const [newest, first] = [own.at(-1), own[0]];
      if (!newest || !first || newest.entry.sequence !== entry.sequence) continue;
      if (!isLast && givenValues(current.get(item.record)) !== givenValues(newest.item.after))
        this.#addBuiltOn(item.record, changes);
      this.#take({ ...first.item, after: newest.item.after }, first.entry.sequence);
    }
  }

  /** Relationships and evidence of others that would lose what they lean on. */
  async findLeaning(): Promise<void> {
    const signal = this.#signal;
    const going = [...this.#removeNodes, ...this.#removeDocuments.keys()];
    const documents = [...this.#removeDocuments.keys()];
    let found = new Set<RecordId>();
    const add = async () => {
      for (const [record, changes] of await this.#readChanges([...found])) this.#addBuiltOn(record, changes);
      found = new Set();
    };
    for await (const record of findLeaning(this.#source, { going, documents, apart: this.#seen, signal })) {
      if (!this.#builtOn.has(record)) found.add(record);
      if (found.size === RECORDS) await add();
    }
    await add();
  }

  outcome(): PlanOutcome {
    if (this.#builtOn.size > 0) {
      const records = [...this.#builtOn].slice(0, PAGE);
      return { kind: 'built on', built: { records, count: this.#builtOn.size, entries: this.#builtBy } };
    }
    for (const id of this.#settle)
      if (this.#removeNodes.has(id) || this.#removeDocuments.has(id)) this.#settle.delete(id);
    const [removed, put] = [
      this.#removeRelationships.size + this.#removeDocuments.size + this.#removeNodes.size,
      this.#putDocuments.size + this.#putNodes.length + this.#putRelationships.length,
    ];
    return {
      kind: 'plan',
      plan: {
        removeRelationships: this.#removeRelationships,
        removeDocuments: this.#removeDocuments,
        removeNodes: this.#removeNodes,
        putDocuments: this.#putDocuments,
        putNodes: this.#putNodes,
        putRelationships: this.#putRelationships,
        settle: this.#settle,
        records: removed + put,
      },
    };
  }

  /** What the entries did to a record, from before the first of them to after the last. */
  #take({ record: id, ordinal, before, after }: JournalItem, sequence: number): void {
    this.#seen.add(id);
    if (before === null && after === null) return;
    this.#settleAround(before, after);
    // Dates and disputes that followed from the entries follow from their reversal as well.
    if (givenValues(before) === givenValues(after)) return;
    const relationship = parseRelationshipId(id);
    const place = { sequence, ordinal };
    if (before === null) {
      if (relationship) this.#removeRelationships.add(relationship);
      else if (after?.record.type === 'Document') this.#removeDocuments.set(after.record.id, citedBy(after));
      else this.#removeNodes.add(id as NodeId);
    } else if (relationship) this.#putRelationships.push(place);
    else if (before.record.type === 'Document')
      this.#putDocuments.set(before.record.id, { place, cites: citedBy(before) });
    else this.#putNodes.push(place);
  }

  #settleAround(before: JournalRecord | null, after: JournalRecord | null): void {
    for (const group of [before, after]) {
      if (!group) continue;
      if (!isRelationship(group.record)) this.#settle.add(group.record.id);
      else for (const end of endsOf(group.record)) this.#settle.add(end);
    }
  }

  /** Everything that was done to each of these records since the oldest of the entries, oldest first. */
  async #readChanges(records: readonly RecordId[]): Promise<ReadonlyMap<RecordId, readonly RecordChange[]>> {
    const byRecord = new Map(records.map((record) => [record, [] as RecordChange[]]));
    for (let start = 0; start < records.length; start += RECORDS) {
      await nextTurn();
      this.#signal.throwIfAborted();
      const of = records.slice(start, start + RECORDS);
      for (const change of await this.#source.changesSince({ records: of, since: this.#oldest }))
        byRecord.get(change.item.record)?.push(change);
    }
    return byRecord;
  }

  #addBuiltOn(record: RecordId, changes: readonly RecordChange[]): void {
    this.#builtOn.add(record);
    for (const { entry } of changes)
      if (!this.#sequences.has(entry.sequence)) this.#builtBy.add(entry.sequence);
  }
}

function endsOf(relationship: GraphRelationship): readonly NodeId[] {
  return (derivedEnds.get(relationship.type) ?? []).map((end) => relationship[end]);
}

function citedBy({ evidence }: JournalRecord): readonly NodeId[] {
  return [...new Set(evidence.flatMap(({ document }) => document ?? []))];
}
