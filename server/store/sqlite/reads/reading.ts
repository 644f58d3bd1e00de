import type { GraphNode } from '../../../../schema/records.ts';
import type { Connection } from '../connection.ts';

/** What runs a plan: the connection, and a check between levels that throws once the reader has gone. */
export interface Reading {
  readonly connection: Connection;
  readonly check: () => void;
}

/** A node with the key by which its relationships are found. */
export interface FoundNode {
  readonly pk: number;
  readonly node: GraphNode;
}

/** Several values as one parameter, so that a statement's text does not depend on their number. */
export function listOf(values: Iterable<string | number>): string {
  return JSON.stringify([...new Set(values)]);
}

/** The items under each key, in their order. */
export function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
