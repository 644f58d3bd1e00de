import { type NodeId, parseNodeId, parseRelationshipId, type RelationshipId } from '../../schema/ids.ts';
import { nodeTypeNames } from '../../schema/node-types.ts';
import type { HandedOver } from '../api/hand-over.ts';

const firstSegments = new Set<string>(nodeTypeNames.map((type) => type.toLowerCase()));

/**
 * Every id of a node or a relationship in the result, wherever it stands and whatever it is called there, each once
 * and in order. A text that only looks like an id is taken for one; the explorer then says that the graph has it not.
 */
export function collectIds(result: unknown): HandedOver {
  const nodes = new Set<NodeId>();
  const relationships = new Set<RelationshipId>();
  const left: unknown[] = [result];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value === 'string') {
      const relationship = parseRelationshipId(value);
      if (relationship) relationships.add(relationship);
      else if (firstSegments.has(value.slice(0, value.indexOf('/')))) {
        const node = parseNodeId(value);
        if (node) nodes.add(node);
      }
    } else if (typeof value === 'object' && value !== null) left.push(...Object.values(value).reverse());
  }
  return { nodes: [...nodes], relationships: [...relationships] };
}
