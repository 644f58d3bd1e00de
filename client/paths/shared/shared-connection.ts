import type { NodeId } from '../../../schema/ids.ts';
import type { ShownNode, ShownRelationship } from '../../exploration/exploration.ts';

/** A node that is related to at least two of those that were asked about. */
export interface SharedConnection {
  readonly node: ShownNode;
  /** Those of the asked nodes that it is related to. */
  readonly connects: readonly NodeId[];
  readonly relationships: readonly ShownRelationship[];
}

export interface FoundConnections {
  /** Those that connect most first. */
  readonly connections: readonly SharedConnection[];
  /** True where there are more. */
  readonly truncated: boolean;
}

/** What the question takes at most. */
export const sharedLimit = 50;

/** What is asked about, by the names of the moment. */
export interface AskedNodes {
  readonly ids: readonly NodeId[];
  readonly names: readonly string[];
}
