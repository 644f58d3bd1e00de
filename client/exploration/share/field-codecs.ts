import { type NodeId, parseRelationshipId, type RelationshipId } from '../../../schema/ids.ts';
import { roundPoint } from '../camera.ts';
import type { Expansion, Point } from '../exploration.ts';

/** What a field is in the text of a view. */
export type Json = string | number | null | readonly Json[];

/** The nodes of a view by their number in its list, which stands for their ids in all other fields. */
export interface NodeNumbers {
  readonly ids: readonly NodeId[];
  readonly numberOf: ReadonlyMap<NodeId, number>;
}

/** How the value of a field is written, and read from unknown input: undefined where that says no such value. */
export interface FieldCodec<Value> {
  readonly write: (value: Value, nodes: NodeNumbers) => Json;
  readonly read: (given: unknown, nodes: NodeNumbers) => Value | undefined;
}

export function numberNodes(ids: readonly NodeId[]): NodeNumbers {
  return { ids, numberOf: new Map(ids.map((id, number) => [id, number])) };
}

export const nodeSet: FieldCodec<ReadonlySet<NodeId>> = {
  write: (value, nodes) => numbersOf(value, nodes),
  read(given, nodes) {
    const ids = readNodes(given, nodes);
    return ids && new Set(ids);
  },
};

/** Names of a closed list. One that is not on it is left out: there is nothing here that it could hide or show. */
export function nameSet<Name extends string>(names: readonly Name[]): FieldCodec<ReadonlySet<Name>> {
  return {
    write: (value) => [...value],
    read: (given) => (isList(given) ? new Set(names.filter((name) => given.includes(name))) : undefined),
  };
}

export function oneOf<Name extends string>(names: readonly Name[]): FieldCodec<Name> {
  return {
    write: (value) => value,
    read: (given) => names.find((name) => name === given),
  };
}

/** A key as seeds give to their starting views, or none. */
export const optionalKey: FieldCodec<string | null> = {
  write: (value) => value,
  read: (given) =>
    given === null || (typeof given === 'string' && /^[\w.-]{1,100}$/.test(given)) ? given : undefined,
};

/** In tenths of a pixel, x and y in turn for each node; null for both where it has no place. */
export const places: FieldCodec<ReadonlyMap<NodeId, Point>> = {
  write: (value, { ids }) =>
    ids.flatMap((id) => {
      const point = value.get(id);
      return point ? [Math.round(point.x * 10), Math.round(point.y * 10)] : [null, null];
    }),
  read(given, { ids }) {
    if (!isList(given) || given.length !== 2 * ids.length) return undefined;
    const found = new Map<NodeId, Point>();
    for (const [number, id] of ids.entries()) {
      const [x, y] = [given[2 * number], given[2 * number + 1]];
      if (x === null && y === null) continue;
      if (!isWhole(x) || !isWhole(y)) return undefined;
      found.set(id, roundPoint({ x: x / 10, y: y / 10 }));
    }
    return found;
  },
};

/**
 * Whose neighbours came in, and which: their relationships are those of the nodes that came, so that they are found
 * again when the records are there (rebuild-exploration.ts).
 */
export const expansionsByNode: FieldCodec<ReadonlyMap<NodeId, Expansion>> = {
  write: (value, nodes) =>
    [...value].flatMap(([of, brought]) => {
      const number = nodes.numberOf.get(of);
      return number === undefined ? [] : [[number, numbersOf(brought.nodes, nodes)]];
    }),
  read(given, nodes) {
    if (!isList(given)) return undefined;
    const found = new Map<NodeId, Expansion>();
    for (const each of given) {
      const [of, brought] = isList(each) && each.length === 2 ? each : [];
      const id = readNode(of, nodes);
      const ids = readNodes(brought, nodes);
      if (!id || !ids) return undefined;
      found.set(id, { nodes: ids, relationships: [] });
    }
    return found;
  },
};

const RELATIONSHIP = 'relationship/';

/** Nodes by their number, relationships by the hash in their id. */
export const selected: FieldCodec<readonly (NodeId | RelationshipId)[]> = {
  write: (value, nodes) =>
    value.flatMap<number | string>((id) => {
      const number = nodes.numberOf.get(id as NodeId);
      if (number !== undefined) return [number];
      return parseRelationshipId(id) ? [id.slice(RELATIONSHIP.length)] : [];
    }),
  read(given, nodes) {
    if (!isList(given)) return undefined;
    const ids = given.map((each) =>
      typeof each === 'string' ? parseRelationshipId(RELATIONSHIP + each) : readNode(each, nodes),
    );
    const known = ids.filter((id) => id !== null);
    return known.length === ids.length ? known : undefined;
  },
};

function numbersOf(ids: Iterable<NodeId>, { numberOf }: NodeNumbers): readonly number[] {
  return [...ids].flatMap((id) => numberOf.get(id) ?? []);
}

function readNode(given: unknown, { ids }: NodeNumbers): NodeId | null {
  return isWhole(given) ? (ids[given] ?? null) : null;
}

function readNodes(given: unknown, nodes: NodeNumbers): readonly NodeId[] | undefined {
  if (!isList(given)) return undefined;
  const ids = given.map((number) => readNode(number, nodes)).filter((id) => id !== null);
  return ids.length === given.length ? ids : undefined;
}

export function isList(given: unknown): given is readonly unknown[] {
  return Array.isArray(given);
}

/** Whole and of a size that a canvas can have: positions beyond it would break its arithmetic. */
export function isWhole(given: unknown): given is number {
  return typeof given === 'number' && Number.isInteger(given) && Math.abs(given) < 1e9;
}
