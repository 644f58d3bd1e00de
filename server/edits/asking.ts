import type { NodeId, RelationshipId } from '../../schema/ids.ts';
import type { GraphRecords } from '../../schema/records.ts';
import type { RelationshipType } from '../../schema/relationship-types.ts';
import type { RecordChange } from '../store/graph-store.ts';

export type RecordId = NodeId | RelationshipId;

/** What an edit must know of the graph, as it stands at one moment. */
export type EditQuestion =
  /** Records by id, whole; those that are not there are left out. An id that was merged gives the survivor. */
  | { readonly kind: 'records'; readonly ids: readonly RecordId[] }
  /**
   * The relationships of these types (all if null) that touch the nodes, or that join two of them, with the nodes at
   * both ends.
   */
  | {
      readonly kind: 'touching';
      readonly of: readonly NodeId[];
      readonly types: readonly RelationshipType[] | null;
      readonly among: boolean;
    }
  /** The records with evidence in the document, be it for one of their statements. */
  | { readonly kind: 'resting'; readonly document: NodeId }
  /** Which of these ids the journal knows, be it of records that were removed. */
  | { readonly kind: 'used'; readonly ids: readonly NodeId[] }
  /** What one entry of the journal did, whole; nothing where there is none, or some of it was erased. */
  | { readonly kind: 'entry'; readonly sequence: number }
  /** What entries after a sequence number did to these records. */
  | { readonly kind: 'later'; readonly records: readonly RecordId[]; readonly after: number };

export interface EditAnswer {
  /** Whole, each with all its evidence and statements. */
  readonly records: GraphRecords;
  /** Of the ids that were asked for, those that were merged, with the survivor. */
  readonly standsFor: ReadonlyMap<string, NodeId>;
  readonly used: ReadonlySet<string>;
  readonly changes: readonly RecordChange[];
}

/** A computation that asks about the graph; driven by `server/jobs/editor.ts`. Sans I/O, without a clock. */
export type Asking<Result> = Generator<EditQuestion, Result, EditAnswer>;
