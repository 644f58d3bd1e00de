import type { EvidenceId, NodeId, RelationshipId, StatementId, SupportedId } from './ids.ts';
import type { NodeType, PropertyValues } from './node-types.ts';
import type { RelationshipPropertyValues, RelationshipType } from './relationship-types.ts';

/** A node as it stands. `disputed` names the properties that sources disagree on, or `judgements`. */
export interface GraphNode {
  readonly id: NodeId;
  readonly type: NodeType;
  /** Counts changes from 1; a writer names the version that it saw. */
  readonly version: number;
  readonly disputed: readonly string[];
  readonly properties: PropertyValues & { readonly name: string };
}

export interface GraphRelationship {
  readonly id: RelationshipId;
  readonly type: RelationshipType;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly version: number;
  readonly disputed: readonly string[];
  readonly properties: RelationshipPropertyValues;
}

/** `stated`: the document says so. `inferred`: it follows. `outside`: known from elsewhere. */
export const evidenceBases = ['stated', 'inferred', 'outside'] as const;
export type EvidenceBasis = (typeof evidenceBases)[number];

/** What a node, a relationship or a statement rests on. */
export interface Evidence {
  readonly id: EvidenceId;
  readonly of: SupportedId;
  /** Null for outside evidence that is in no document of the graph. */
  readonly document: NodeId | null;
  readonly basis: EvidenceBasis;
  /** Paragraph, page or row. */
  readonly locator: string | null;
  /** The exact words or the cell, where we may keep them. */
  readonly words: string | null;
  /** Where an outside or inferred fact is known from, or why. */
  readonly explanation: string | null;
}

/** `stands`: is the value on the record. `also said`: another source. `rejected`: by a curator, with a reason. */
export const standings = ['stands', 'also said', 'rejected'] as const;
export type Standing = (typeof standings)[number];

export type StatementValue = string | number | boolean;

/** What a source says of one property of a node or a relationship. */
export interface Statement {
  readonly id: StatementId;
  readonly of: NodeId | RelationshipId;
  readonly property: string;
  /** Dates as EDTF text. */
  readonly value: StatementValue;
  readonly standing: Standing;
  /** Why a curator settled it so. */
  readonly reason: string | null;
}

/** A walk without repeated nodes; `relationships[i]` joins `nodes[i]` and `nodes[i + 1]`. */
export interface Path {
  readonly nodes: readonly NodeId[];
  readonly relationships: readonly RelationshipId[];
}

/** Records of every sort that belong together: a seed, an import, an answer. */
export interface GraphRecords {
  readonly nodes: readonly GraphNode[];
  readonly relationships: readonly GraphRelationship[];
  readonly evidence: readonly Evidence[];
  readonly statements: readonly Statement[];
}
