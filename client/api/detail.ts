import type { NodeId, RelationshipId } from '../../schema/ids.ts';
import type { PartialDate } from '../../schema/partial-date.ts';
import type { PostCertainty } from '../../schema/post-on-day.ts';
import type { EvidenceBasis, GraphRelationship, Standing } from '../../schema/records.ts';
import type {
  Direction,
  RelationshipPropertyValues,
  RelationshipType,
} from '../../schema/relationship-types.ts';
import type { ShownNode } from '../exploration/exploration.ts';

/** The document of a source, as far as a citation needs it. */
export interface SourceDocument {
  readonly id: NodeId;
  readonly name: string;
  readonly kind: string | null;
  readonly isPrimary: boolean;
  readonly publishedOn: PartialDate | null;
  readonly sourceUrl: string | null;
  readonly licence: string | null;
  readonly attribution: string | null;
}

/** A piece of evidence with its document; null for what is known from outside the graph's documents. */
export interface Source {
  readonly id: string;
  readonly document: SourceDocument | null;
  readonly basis: EvidenceBasis;
  readonly locator: string | null;
  readonly words: string | null;
  readonly explanation: string | null;
}

/** What sources say of one property. */
export interface Said {
  readonly id: string;
  readonly property: string;
  /** Dates in EDTF. */
  readonly value: string;
  readonly words: string;
  readonly standing: Standing;
  readonly reason: string | null;
  readonly sources: readonly Source[];
}

/** A relationship of the inspected node, with the node at its other end. */
export interface Neighbour {
  readonly id: RelationshipId;
  readonly type: RelationshipType;
  readonly direction: Direction;
  readonly properties: RelationshipPropertyValues;
  readonly disputed: readonly string[];
  readonly sources: readonly Source[];
  readonly said: readonly Said[];
  readonly node: ShownNode;
  /** What the node at the other end rests on itself. */
  readonly nodeSources: readonly Source[];
}

/** A post that was, as surely as `certainty` says, held at the time of what is inspected. */
export interface PostThen {
  readonly id: RelationshipId;
  readonly properties: RelationshipPropertyValues;
  readonly certainty: PostCertainty;
  readonly person: { readonly id: NodeId; readonly name: string };
  readonly organisation: { readonly id: NodeId; readonly name: string };
  readonly sources: readonly Source[];
}

/** A judgement with what it rests on. */
export interface JudgedSide {
  readonly node: ShownNode;
  readonly sources: readonly Source[];
}

export interface NodeDetail {
  readonly node: ShownNode;
  /** The address of our own page of it. */
  readonly url: string;
  readonly sources: readonly Source[];
  readonly said: readonly Said[];
  readonly neighbours: readonly Neighbour[];
  /** False where it has more relationships than were read. */
  readonly isWhole: boolean;
  /** Of an inspection: who held posts at the bodies. Of a quote: the posts of its speaker. */
  readonly postsThen: readonly PostThen[];
  /** Of a judgement: all judgements of its inspection, itself among them. */
  readonly judgedBeside: readonly JudgedSide[];
}

export interface RelationshipDetail {
  readonly record: GraphRelationship;
  readonly start: ShownNode;
  readonly end: ShownNode;
  readonly sources: readonly Source[];
  readonly said: readonly Said[];
}
