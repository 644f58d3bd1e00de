import type { NodeId, RelationshipId } from '../../schema/ids.ts';
import type {
  Evidence,
  GraphNode,
  GraphRecords,
  GraphRelationship,
  Statement,
} from '../../schema/records.ts';
import type { RelationshipType } from '../../schema/relationship-types.ts';
import type { SealedEntry, SealedItem } from './journal/sealed-journal.ts';

/** What the command line asks of a store beside the graph: to carry it away, to mend it, to look it over. */
export interface StoreUpkeep {
  /**
   * The relationships of one type whole, by id, after one: with `nodeIds`, a walk through everything. Also such as have
   * lost their evidence, which no question of the graph has to find.
   */
  relationships(question: {
    readonly type: RelationshipType;
    readonly after: RelationshipId | null;
    readonly limit: number;
  }): Promise<GraphRecords>;
  /** Every note of the store's own, by key. */
  marks(): Promise<readonly Mark[]>;
  /** Ids that no node has any more, each with the node that stands for it, or null where none does; by id. */
  redirects(): Promise<readonly Redirect[]>;
  /**
   * Takes values out of the journal in one transaction with the entry that names them, and out of what the disk
   * keeps. Answers the entry, or null where there was nothing of the kind.
   */
  erase(erasure: Erasure): Promise<{ readonly sequence: number; readonly values: number } | null>;
  /**
   * Writes a whole graph with its journal as they are, in one transaction, into a store that holds nothing. Throws
   * StoreRefused for one that does.
   */
  restore(lines: AsyncIterable<RestoreLine>): Promise<void>;
  /** Tells everything inside the store that contradicts itself, or differs from what a rebuild would make. */
  inspect(tell: (fault: string) => void, options: UpkeepOptions): Promise<void>;
  /** Copies the store into a new file while it is in use; null where the database has tools of its own for that. */
  readonly backup: ((file: string, options: UpkeepOptions) => Promise<void>) | null;
}

export interface UpkeepOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
}

interface Redirect {
  readonly from: NodeId;
  readonly to: NodeId | null;
}

export interface Mark {
  readonly key: string;
  readonly value: string;
}

/** Why values are erased, and which: all of a record, an author wherever they wrote, the reasons of entries. */
export interface Erasure {
  readonly author: string;
  readonly reason: string;
  readonly at: string;
  readonly records: readonly (NodeId | RelationshipId)[];
  readonly authors: readonly string[];
  readonly reasonsOf: readonly number[];
}

/** A node or relationship with all that it rests on. */
interface WholeRecord {
  readonly record: GraphNode | GraphRelationship;
  readonly evidence: readonly Evidence[];
  readonly statements: readonly Statement[];
}

/** Records come before the entries, nodes before the relationships between them. */
export type RestoreLine =
  | { readonly kind: 'record'; readonly record: WholeRecord }
  | { readonly kind: 'mark'; readonly mark: Mark }
  | { readonly kind: 'redirect'; readonly redirect: Redirect }
  | { readonly kind: 'entry'; readonly entry: SealedEntry }
  | { readonly kind: 'item'; readonly sequence: number; readonly item: SealedItem };
