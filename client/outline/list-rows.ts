import type { NodeId } from '../../schema/ids.ts';
import type { NodeType } from '../../schema/node-types.ts';
import { type Direction, relationshipTypeNames } from '../../schema/relationship-types.ts';
import type { Exploration, ShownNode, ShownRelationship } from '../exploration/exploration.ts';
import { relationshipsOf } from '../exploration/relationships-of.ts';
import { visibleRelationships } from '../exploration/visible.ts';
import type { OutlineContents } from './list-outline.ts';

/** How far a row is opened, by its key; a row that is not named is as far open as it is at first. */
export type Openness = ReadonlyMap<string, number>;

interface Place {
  /** Unique in the outline, and the same after every change of the view. */
  readonly key: string;
  /** From 1, as `aria-level`. */
  readonly level: number;
  readonly parent: string | null;
  /** Which one of how many below its parent, from 1. */
  readonly nth: number;
  readonly siblings: number;
}

interface Opening {
  /** 0 is closed. */
  readonly depth: number;
  readonly deepest: number;
}

/** One line of the outline. */
export type OutlineRow = Place &
  (
    | { readonly kind: 'type'; readonly type: NodeType; readonly count: number; readonly opening: Opening }
    | { readonly kind: 'node'; readonly node: ShownNode; readonly opening: Opening }
    | {
        readonly kind: 'relationship';
        readonly relationship: ShownRelationship;
        readonly near: NodeId;
        readonly far: ShownNode;
        readonly direction: Direction;
      }
    | { readonly kind: 'hiddenGroup'; readonly count: number; readonly opening: Opening }
    | { readonly kind: 'hidden'; readonly node: ShownNode }
  );

type Unplaced = OutlineRow extends infer Row
  ? Row extends Place
    ? Omit<Row, 'nth' | 'siblings'>
    : never
  : never;

export const nodeKey = (id: NodeId) => `node ${id}`;

/**
 * The outline as lines: types, their nodes, below an inspection its judgements, and below a node that was opened its
 * relationships with their far ends; at the end what was hidden by hand. A node stands in it once.
 */
export function listRows(
  state: Exploration,
  { groups, hidden }: OutlineContents,
  openness: Openness,
): readonly OutlineRow[] {
  const seen = new Set(visibleRelationships(state));
  const rows: Unplaced[] = [];
  const addNode = (node: ShownNode, level: number, parent: string, below: readonly ShownNode[]) => {
    const { id } = node.record;
    const key = nodeKey(id);
    const around = relationshipsOf(state, id).filter((each) => seen.has(each));
    const steps = [below.length > 0, around.length > 0].filter(Boolean).length;
    const opening = openingOf(openness, key, below.length > 0 ? 1 : 0, steps);
    rows.push({ kind: 'node', key, level, parent, node, opening });
    if (opening.depth === 0) return;
    for (const child of below) addNode(child, level + 1, key, []);
    if (opening.depth < steps) return;
    const lines = around.flatMap((each) => relationshipRow(state, each, id) ?? []).sort(byTypeAndName);
    rows.push(...lines.map((line) => ({ ...line, level: level + 1, parent: key })));
  };
  for (const { type, items } of groups) {
    const key = `type ${type}`;
    const opening = openingOf(openness, key, 1, 1);
    rows.push({ kind: 'type', key, level: 1, parent: null, type, count: items.length, opening });
    if (opening.depth > 0) for (const { node, below } of items) addNode(node, 2, key, below);
  }
  if (hidden.length > 0) {
    const key = 'hidden';
    const opening = openingOf(openness, key, 1, 1);
    rows.push({ kind: 'hiddenGroup', key, level: 1, parent: null, count: hidden.length, opening });
    if (opening.depth > 0)
      for (const node of hidden)
        rows.push({ kind: 'hidden', key: `hidden ${node.record.id}`, level: 2, parent: key, node });
  }
  return placeRows(rows);
}

function openingOf(openness: Openness, key: string, atFirst: number, deepest: number): Opening {
  return { depth: Math.min(openness.get(key) ?? atFirst, deepest), deepest };
}

function relationshipRow(state: Exploration, relationship: ShownRelationship, near: NodeId) {
  const { id, from, to } = relationship.record;
  const direction = from === near ? 'out' : 'in';
  const far = state.nodes.get(direction === 'out' ? to : from);
  return (
    far &&
    ({ kind: 'relationship' as const, key: `${near} ${id}`, relationship, near, far, direction } as const)
  );
}

type RelationshipLine = NonNullable<ReturnType<typeof relationshipRow>>;

/** In the order of the table of types, as in the inspector; within a type as the alphabet has the far ends. */
function byTypeAndName(a: RelationshipLine, b: RelationshipLine): number {
  const place = ({ relationship, direction }: RelationshipLine) =>
    2 * relationshipTypeNames.indexOf(relationship.record.type) + (direction === 'out' ? 0 : 1);
  return (
    place(a) - place(b) || a.far.record.properties.name.localeCompare(b.far.record.properties.name, 'en')
  );
}

/** Counts the rows below each parent, which the screen reader tells: “3 of 11”. */
function placeRows(rows: readonly Unplaced[]): readonly OutlineRow[] {
  const counts = new Map<string | null, number>();
  const nths = rows.map(({ parent }) => {
    const nth = (counts.get(parent) ?? 0) + 1;
    counts.set(parent, nth);
    return nth;
  });
  return rows.map(
    (row, at): OutlineRow => ({ ...row, nth: nths[at] ?? 1, siblings: counts.get(row.parent) ?? 1 }),
  );
}
