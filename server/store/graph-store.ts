import type { NodeId, RelationshipId } from '../../schema/ids.ts';
import type { NodeType } from '../../schema/node-types.ts';
import type { Problem } from '../../schema/problems.ts';
import type {
  Evidence,
  GraphNode,
  GraphRecords,
  GraphRelationship,
  Statement,
} from '../../schema/records.ts';
import type { RelationshipType } from '../../schema/relationship-types.ts';
import type { JournalHead, SealedEntry, SealedItem } from './journal/sealed-journal.ts';
import type { NodeWhere } from './node-query.ts';
import type { ReadAnswer, ReadPlan } from './read-plan.ts';
import type { StoreUpkeep } from './store-upkeep.ts';
import type { TokenStore } from './token-store.ts';

/** The port: everything that Oversight asks of a place where the graph is kept. Adapters translate, no more. */
export interface GraphStore {
  readonly kind: 'sqlite' | 'neo4j';
  /** Where it is, for people: a file or an address, without any secret. */
  readonly place: string;

  /** Runs a plan whole; the answer's kind is the plan's. */
  read<Plan extends ReadPlan>(
    plan: Plan,
    options?: ReadOptions,
  ): Promise<Extract<ReadAnswer, { kind: Plan['kind'] }>>;

  /**
   * Nodes that may match a search, in no particular order, at most `limit` of them. `prefixes`: each of these
   * folded words begins a word of the node's searched text. `nearby`: words at one edit from a word of the text
   * are taken for it (see `server/graph/rank-search.ts`, which decides what matches). No query syntax.
   */
  searchCandidates(question: SearchQuestion, options?: ReadOptions): Promise<SearchCandidates>;

  /**
   * The relationships of these nodes, both ways, in the order of their ids; at most `limit`, else `truncated`.
   * Without `among` the far ends are any nodes, with it both ends are in `of`.
   */
  adjacent(question: AdjacencyQuestion, options?: ReadOptions): Promise<Adjacency>;

  /** Ids of nodes of these types (all if null), by id, after `after`: to walk through everything in batches. */
  nodeIds(
    question: {
      readonly types: readonly NodeType[] | null;
      readonly after: NodeId | null;
      readonly limit: number;
    },
    options?: ReadOptions,
  ): Promise<readonly NodeId[]>;

  /** Counts of the nodes that match, by each of the dimensions. */
  facets(question: FacetQuestion, options?: ReadOptions): Promise<readonly FacetCount[]>;

  /** Records by id, whole, with the evidence and the statements of each: what an edit or an export starts from. */
  records(ids: readonly (NodeId | RelationshipId)[]): Promise<GraphRecords>;

  /**
   * Applies a change in one transaction, all or nothing, and writes its journal entry in the same. A change that
   * changes nothing writes nothing. Breaches of the store's rules give the list of problems. A change whose
   * idempotency key was written before is not applied again, whichever process wrote it.
   */
  write(change: GraphChange): Promise<WriteOutcome>;
  /**
   * Applies a change that is too large to be held at once, part by part: one transaction, one journal entry, all or
   * nothing. Breaches of the store's rules give the list of problems.
   */
  writeInParts(about: ChangeAbout, work: PartsWork): Promise<PartsOutcome>;
  /** The entry that this author wrote with this idempotency key; null if there is none. */
  findRequest(author: string, idempotencyKey: string): Promise<WrittenRequest | null>;
  /** Calls the listener after each entry that this process writes; answers how to stop that. */
  onWrite(listener: (sequence: number) => void): () => void;

  /** Entries of the journal after a sequence number, oldest first. */
  journal(question: { readonly after: number; readonly limit: number }): Promise<readonly JournalEntry[]>;
  /** Items of one entry, by their ordinal from 0, after one; those that were erased are left out. */
  journalItems(question: {
    readonly sequence: number;
    readonly after: number;
    readonly limit: number;
  }): Promise<readonly JournalItem[]>;
  /**
   * What entries did to one record, newest first, of those before a sequence number (of all if null); what was erased
   * is left out.
   */
  history(question: {
    readonly record: NodeId | RelationshipId;
    readonly before: number | null;
    readonly limit: number;
  }): Promise<readonly RecordChange[]>;
  /** What entries did to these records, from one entry on, in the order of the journal; what was erased is left out. */
  changesSince(question: {
    readonly records: readonly (NodeId | RelationshipId)[];
    readonly since: number;
  }): Promise<readonly RecordChange[]>;
  /** The newest journal entry that touched each record; a record that was never touched is left out. */
  lastChanges(ids: readonly string[]): Promise<ReadonlyMap<string, LastChange>>;
  /** Where the journal ends now, whichever process wrote it. */
  journalHead(): Promise<JournalHead>;
  /** Entries as they are kept, after a sequence number, oldest first: what verifying and exporting read. */
  sealedEntries(question: {
    readonly after: number;
    readonly limit: number;
  }): Promise<readonly SealedEntry[]>;
  /** Items of one entry as they are kept, by ordinal, after one. */
  sealedItems(question: {
    readonly sequence: number;
    readonly after: number;
    readonly limit: number;
  }): Promise<readonly SealedItem[]>;

  /**
   * Of these ids, those that are no node's because their node was merged, with the id that stands for each now,
   * however often it was merged; a node that was removed afterwards is not there under that either.
   */
  survivors(ids: readonly NodeId[]): Promise<ReadonlyMap<NodeId, NodeId>>;

  /** Where the tokens of curators are kept. */
  readonly tokens: TokenStore;

  /** A small note of the store's own, such as which seed was applied; null if it has none by that key. */
  mark(key: string): Promise<string | null>;

  /** What the command line needs beside the graph. */
  readonly upkeep: StoreUpkeep;

  /** Answers quickly when the store can be used; throws `StoreUnavailable` otherwise. */
  ping(): Promise<void>;
  /** How many statements were sent to the database since it was opened. */
  statementCount(): number;
  close(): Promise<void>;
}

export interface ReadOptions {
  readonly signal?: AbortSignal;
}

export interface SearchQuestion {
  /** Folded words, see `searchTokens`; at least one, at most 12. */
  readonly words: readonly string[];
  readonly match: 'prefixes' | 'nearby';
  readonly types: readonly NodeType[] | null;
  readonly limit: number;
}

export interface SearchCandidates {
  readonly nodes: readonly GraphNode[];
  /** True where there were more than `limit`. */
  readonly truncated: boolean;
}

export interface AdjacencyQuestion {
  readonly of: readonly NodeId[];
  readonly types: readonly RelationshipType[] | null;
  readonly among: boolean;
  readonly limit: number;
}

export interface Adjacency {
  readonly relationships: readonly {
    readonly id: RelationshipId;
    readonly type: RelationshipType;
    readonly from: NodeId;
    readonly to: NodeId;
  }[];
  readonly truncated: boolean;
}

/**
 * `type`, `kind`: of the node. `grade`: of judgements that stand or are disputed, as `scale#rank`, or `none#label`
 * where the label has no rank (nothing where there is no label). `year`: earliest year of `date`. `document`: ids
 * of documents that its evidence is in. `relationship`: relationships of each type that touch one of the nodes or
 * several, each counted once.
 */
export const facetDimensions = ['type', 'kind', 'grade', 'year', 'document', 'relationship'] as const;
export type FacetDimension = (typeof facetDimensions)[number];

export interface FacetQuestion {
  /** Null is the whole graph. */
  readonly ids: readonly NodeId[] | null;
  readonly types: readonly NodeType[] | null;
  readonly where: NodeWhere | null;
  readonly by: readonly FacetDimension[];
}

/** In the order: dimension as asked, count descending, key by code point. */
export interface FacetCount {
  readonly by: FacetDimension;
  readonly key: string;
  readonly count: number;
  /** How many of them are disputed. */
  readonly disputed: number;
}

/** One user action on the graph: what to put in place and what to remove. */
export interface GraphChange {
  readonly author: string;
  readonly reason: string;
  /** ISO 8601 instant. */
  readonly at: string;
  /** Chosen by the author, once for each action: a second write with it is told `repeated`. Null is none. */
  readonly idempotencyKey: string | null;
  /**
   * A hash of what the author asked for, by which a key that is used for something else is noticed; by default one
   * of the change itself. Given where the same request may come to another change the second time.
   */
  readonly inputHash?: string;
  /** Versions that the writer saw; another one refuses the change. 0 stands for “is not there”. */
  readonly expected: readonly { readonly id: NodeId | RelationshipId; readonly version: number }[];
  /**
   * Records to put whole, whether new or there already (`version` is not read: the store counts it). Derived values
   * (`date`, `grade`, `disputed`, made names) come filled. A node or relationship that is put brings all of its
   * evidence and statements; those that it had and does not bring are removed.
   */
  readonly put: GraphRecords;
  /** Nodes and relationships to remove, with their evidence and statements. */
  readonly remove: readonly (NodeId | RelationshipId)[];
  /** Records of `put` whose version counts on even where their content stays, because what is linked to them changes. */
  readonly touch?: readonly (NodeId | RelationshipId)[];
  /**
   * Ids that stand for another node from now on, or for none any more. It holds while no node has the id: one that is
   * put there stands for itself.
   */
  readonly redirects?: readonly { readonly from: NodeId; readonly to: NodeId | null }[];
  /**
   * Where the journal ended when the writer read what the change is made from. Where it has gone on since, by whatever
   * entry, the change is `overtaken`.
   */
  readonly basedOn?: number;
  /** Notes of the store's own, written in the same transaction. */
  readonly marks: readonly { readonly key: string; readonly value: string }[];
}

export type WriteOutcome =
  | {
      readonly kind: 'written';
      readonly sequence: number;
      readonly created: number;
      readonly changed: number;
      readonly removed: number;
    }
  /** The graph was so already: no entry, no version counted. Marks are written all the same. */
  | { readonly kind: 'unchanged' }
  /** The same request was written before, as this entry: nothing was written now, not even marks. */
  | { readonly kind: 'repeated'; readonly sequence: number }
  /** The graph is no longer the one that the change was made from: nothing was written. The journal ends here now. */
  | { readonly kind: 'overtaken'; readonly sequence: number }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** What a change in parts is, beside its parts. */
export interface ChangeAbout extends Pick<GraphChange, 'author' | 'reason' | 'at' | 'marks'> {
  /** What `findRequest` finds its entry by; whether it was written before is for the work to ask, which has the lock. */
  readonly request?: { readonly idempotencyKey: string; readonly inputHash: string };
}

/** One part of a change: as much as may be held in memory. Its relationships may end at nodes of earlier parts. */
export type ChangePart = Pick<GraphChange, 'put' | 'remove'>;

export interface ChangeCounts {
  readonly created: number;
  readonly changed: number;
  readonly removed: number;
}

/** A change under way: what is read sees the parts that were put so far, which nobody else does yet. */
export interface PartWriter {
  /** `types` are those of relationships, as far as they are known: a store may find these quicker by them. */
  records(
    ids: readonly (NodeId | RelationshipId)[],
    types?: ReadonlyMap<RelationshipId, RelationshipType>,
  ): Promise<GraphRecords>;
  adjacent(question: AdjacencyQuestion): Promise<Adjacency>;
  lastChanges(ids: readonly string[]): Promise<ReadonlyMap<string, LastChange>>;
  /** Settles and writes a part; answers what it came to. A part that breaks a rule ends the whole change. */
  put(part: ChangePart): Promise<ChangeCounts>;
}

/**
 * Reads what is there and puts parts, one after the other. It may be run again from its start where the store has to;
 * answers whether what it put is to be kept.
 */
export type PartsWork = (parts: PartWriter) => Promise<'keep' | 'discard'>;

export type PartsOutcome =
  | Exclude<WriteOutcome, { kind: 'repeated' | 'overtaken' }>
  /** The work wanted nothing to be kept: this is what the change would have come to. */
  | ({ readonly kind: 'discarded' } & ChangeCounts);

/** An entry that wrote a request, and the hash of what was asked. */
export interface WrittenRequest {
  readonly sequence: number;
  readonly input: string;
}

export interface JournalEntry {
  /** Counts from 1, without gaps. */
  readonly sequence: number;
  readonly at: string;
  /** Null where it was erased. */
  readonly author: string | null;
  /** Null where it was erased. */
  readonly reason: string | null;
  /** How many items it has, those that were erased among them. */
  readonly items: number;
}

/** A record before and after; null where it was not there. */
export interface JournalItem {
  readonly ordinal: number;
  readonly record: NodeId | RelationshipId;
  readonly before: JournalRecord | null;
  readonly after: JournalRecord | null;
}

/** What one entry did to one record. */
export interface RecordChange {
  readonly entry: JournalEntry;
  readonly item: JournalItem;
}

/** A node or relationship with what it rests on, in the form in which the journal keeps it. */
export interface JournalRecord {
  readonly record: GraphNode | GraphRelationship;
  readonly evidence: readonly Evidence[];
  readonly statements: readonly Statement[];
}

export interface LastChange {
  readonly sequence: number;
  /** Null where it was erased. */
  readonly author: string | null;
  readonly removed: boolean;
}

/** The store cannot be reached or does not answer in time. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** The store holds something that this version must not open: a newer format, another's data, another server. */
export class StoreRefused extends Error {
  override readonly name = 'StoreRefused';
}
