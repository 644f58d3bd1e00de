import type { NodeId } from '../../schema/ids.ts';
import type { NodeType } from '../../schema/node-types.ts';
import type { GraphNode } from '../../schema/records.ts';
import type { ShownNode, ShownRelationship } from '../exploration/exploration.ts';

/** A walk without repeated nodes: `relationships[i]` joins `nodes[i]` and `nodes[i + 1]`. */
export interface FoundPath {
  readonly nodes: readonly ShownNode[];
  readonly relationships: readonly ShownRelationship[];
}

export interface FoundPaths {
  /** The shortest first. */
  readonly paths: readonly FoundPath[];
  /** True where paths as short as the last one were left out. */
  readonly truncated: boolean;
}

/** A node that paths begin or end at; it need not be on the view. */
export interface PathEnd {
  readonly id: NodeId;
  readonly type: NodeType;
  readonly name: string;
}

export interface PathEnds {
  readonly from: PathEnd | null;
  readonly to: PathEnd | null;
}

export function endAt({ id, type, properties }: GraphNode): PathEnd {
  return { id, type, name: properties.name };
}
