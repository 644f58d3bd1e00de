import { Graph, layout } from '@dagrejs/dagre';
import type { NodeId } from '../../../../schema/ids.ts';
import type { Point } from '../../../exploration/exploration.ts';
import type { LayoutNode, LayoutTask } from '../layout-task.ts';
import { rowWidth } from './row-width.ts';
import { spreadRow } from './spread-row.ts';

const GAP = 16;
/** Between two rows of one level, and between levels, where lines need room to part. */
const ROW_GAP = 14;
const LEVEL_GAP = 64;
/** With more relationships than this, those of a spanning forest alone decide: all of them take minutes. */
const MOST_RELATIONSHIPS = 700;

/**
 * What a relationship comes from stands a level above what it goes to, and lines cross as little as can be (Sugiyama,
 * by dagre). A level that is wider than the view has room for is set in several rows. No two boxes overlap.
 */
export function arrangeInLevels(task: LayoutTask): Map<NodeId, Point> {
  const places = new Map<NodeId, Point>();
  const width = rowWidth(task, GAP);
  let top = 0;
  for (const level of levelsOf(task)) {
    const total = level.reduce((sum, { node: { box } }) => sum + box.left + box.right + GAP, 0);
    const count = Math.max(1, Math.ceil(total / width));
    // What is too wide is drawn together, so that all rows of a level keep its order.
    const share = Math.min(1, width / Math.max(1, spanOf(level)));
    for (let index = 0; index < count; index++) {
      const row = level.filter((_, place) => place % count === index);
      top = placeRow(row, { top, share }, places) + ROW_GAP;
    }
    top += LEVEL_GAP - ROW_GAP;
  }
  return places;
}

interface Ordered {
  readonly node: LayoutNode;
  /** Where dagre would put it, were rows as wide as they like. */
  readonly want: number;
}

function levelsOf(task: LayoutTask): readonly (readonly Ordered[])[] {
  const graph = new Graph({ multigraph: false, compound: false });
  graph.setGraph({ nodesep: GAP, ranksep: 10, ranker: 'network-simplex', acyclicer: 'greedy' });
  graph.setDefaultEdgeLabel(() => ({}));
  const byId = new Map([...task.nodes].sort((a, b) => (a.id < b.id ? -1 : 1)).map((node) => [node.id, node]));
  for (const { id, box } of byId.values()) graph.setNode(id, { width: box.left + box.right, height: 1 });
  for (const { from, to } of decisive(task)) if (from !== to) graph.setEdge(from, to);
  layout(graph);
  const levels = new Map<number, Ordered[]>();
  for (const node of byId.values()) {
    const { x = 0, y = 0 } = graph.node(node.id);
    const level = Math.round(y);
    levels.set(level, [...(levels.get(level) ?? []), { node, want: x }]);
  }
  return [...levels]
    .sort(([a], [b]) => a - b)
    .map(([, level]) => level.sort((a, b) => a.want - b.want || (a.node.id < b.node.id ? -1 : 1)));
}

/** All relationships, or where they are many those that first reach each node. */
function decisive({ relationships }: LayoutTask): LayoutTask['relationships'] {
  if (relationships.length <= MOST_RELATIONSHIPS) return relationships;
  const groups = new Map<NodeId, NodeId>();
  const groupOf = (id: NodeId): NodeId => {
    let group = id;
    for (let above = groups.get(group); above !== undefined; above = groups.get(group)) group = above;
    // The way is made short for the next who asks.
    if (group !== id) groups.set(id, group);
    return group;
  };
  return relationships.filter(({ from, to }) => {
    const [one, other] = [groupOf(from), groupOf(to)];
    if (one !== other) groups.set(one, other);
    return one !== other;
  });
}

function spanOf(level: readonly Ordered[]): number {
  return (level.at(-1)?.want ?? 0) - (level[0]?.want ?? 0);
}

/** Places one row as near to what it wants as can be; gives its lower edge. */
function placeRow(
  row: readonly Ordered[],
  { top, share }: { readonly top: number; readonly share: number },
  places: Map<NodeId, Point>,
): number {
  const xs = spreadRow(
    row.map(({ node: { box }, want }) => ({ want: want * share, left: box.left, right: box.right })),
    GAP,
  );
  const y = top + Math.max(...row.map(({ node }) => node.box.top));
  for (const [index, { node }] of row.entries()) places.set(node.id, { x: Math.round(xs[index] ?? 0), y });
  return y + Math.max(...row.map(({ node }) => node.box.bottom));
}
