import { compareKeys, foldText } from '../../../schema/fold-text.ts';
import { properties } from '../../../schema/properties.ts';
import type { PropertyValue } from '../../../schema/property-kinds.ts';
import type { GraphNode, GraphRelationship } from '../../../schema/records.ts';
import type { Order, OrderKey, PageRequest, Position } from '../../../server/store/node-query.ts';
import type { Page } from '../../../server/store/read-plan.ts';

type KeyValue = string | number | null;

export interface Placed<Item> {
  readonly position: Position;
  readonly item: Item;
}

/** The place of a node, or of a relationship with its far node, in a list of that order. */
export function positionOf(
  order: Order,
  node: GraphNode,
  relationship: GraphRelationship | null,
): KeyValue[] {
  const keys = order.flatMap((key) => keyValues(key, node, relationship));
  return relationship ? [...keys, node.id, relationship.id] : [...keys, node.id];
}

/** Sorts by position and cuts the page out: the rule of `PageRequest`, said in the plainest way. */
export function cutPage<Item>(
  placed: readonly Placed<Item>[],
  order: Order,
  page: PageRequest,
  countTotal: boolean,
): Page<Placed<Item>> {
  const descending = order.flatMap((key) => widthOf(key).map(() => key.direction === 'desc'));
  const compare = (a: Position, b: Position) => comparePositions(a, b, descending);
  const sorted = [...placed].sort((a, b) => compare(a.position, b.position));
  const totalCount = countTotal ? placed.length : null;
  const { direction, limit, from } = page;
  if (direction === 'forward') {
    const rest = from ? sorted.filter(({ position }) => compare(position, from) > 0) : sorted;
    return {
      items: rest.slice(0, limit),
      hasNext: limit > 0 && rest.length > limit,
      hasPrevious: from !== null,
      totalCount,
    };
  }
  const rest = from ? sorted.filter(({ position }) => compare(position, from) < 0) : sorted;
  return {
    items: rest.slice(Math.max(0, rest.length - limit)),
    hasNext: from !== null,
    hasPrevious: limit > 0 && rest.length > limit,
    totalCount,
  };
}

/** Missing values come last, whichever way the key runs; ids, after the keys, ascend. */
function comparePositions(a: Position, b: Position, descending: readonly boolean[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? null;
    if (left === right) continue;
    if (left === null) return 1;
    if (right === null) return -1;
    const difference = compareValues(left, right);
    if (difference !== 0) return descending[index] ? -difference : difference;
  }
  return 0;
}

function compareValues(a: string | number, b: string | number): number {
  if (typeof a === 'string' && typeof b === 'string') return compareKeys(a, b);
  return Number(a) - Number(b);
}

function keyValues(
  { by }: OrderKey,
  node: GraphNode,
  relationship: GraphRelationship | null,
): readonly KeyValue[] {
  if (by.kind === 'relationshipType') {
    if (!relationship) throw new TypeError('a list of nodes has no relationship type to be ordered by');
    return [relationship.type];
  }
  const value: PropertyValue | undefined = node.properties[by.property];
  if (value === undefined) return widthOf({ by, direction: 'asc' }).map(() => null);
  if (typeof value === 'string') return [foldText(value)];
  if (typeof value === 'number' || typeof value === 'boolean') return [Number(value)];
  if ('edtf' in value) return [value.earliest, value.latest];
  if ('rank' in value) return [value.rank];
  return [];
}

/** One member for each value that the key takes in a position: two for a date. */
function widthOf({ by }: OrderKey): readonly null[] {
  if (by.kind === 'relationshipType') return [null];
  const { kind } = properties[by.property];
  if (kind === 'texts') throw new TypeError(`“${by.property}” is a list, by which nothing can be ordered`);
  return kind === 'date' ? [null, null] : [null];
}
