import { Graph, layout } from '@dagrejs/dagre';
import type { NodeId } from '../../../../schema/ids.ts';
import type { Point } from '../../../exploration/exploration.ts';
import type { LayoutNode, LayoutTask } from '../layout-task.ts';
import { orderPlainly, type WantedInLevel } from './order-plainly.ts';
import { rowWidth } from './row-width.ts';
import { spreadRow } from './spread-row.ts';

const GAP = 16;
/** Between two rows of one level, and between levels, where lines need room to part. */
const ROW_GAP = 14;
const LEVEL_GAP = 64;
/** More nodes or relationships than this dagre would take minutes for. */
const MOST_FOR_DAGRE = 700;

/**
 * What a relationship comes from stands a level above what it goes to, and lines cross as little as can be (Sugiyama,
 * by dagre, or more plainly where there is much). A level that is wider than the view has room for is set in several
 * rows. No two boxes overlap.
 */
export function arrangeInLevels(task: LayoutTask): Map<NodeId, Point> {
  const places = new Map<NodeId, Point>();
  const width = rowWidth(task, GAP);
  let top = 0;
  const levels = levelsOf(task);
  // What is too wide is drawn together, all levels alike, so that rows keep their order and what is below each other.
  const wants = levels.flatMap((level) => [level[0]?.want ?? 0, level.at(-1)?.want ?? 0]);
  const [first, last] = [Math.min(...wants), Math.max(...wants)];
  const share = Math.min(1, width / Math.max(1, last - first));
  for (const level of levels) {
    const total = level.reduce((sum, { node: { box } }) => sum + box.left + box.right + GAP, 0);
    const count = Math.max(1, Math.ceil(total / width));
    for (let index = 0; index < count; index++) {
      const row = level.filter((_, place) => place % count === index);
      top = placeRow(row, { top, share, first }, places) + ROW_GAP;
    }
    top += LEVEL_GAP - ROW_GAP;
  }
  return places;
}

interface Ordered {
  readonly node: LayoutNode;
  /** Where it would stand, were rows as wide as they like. */
  readonly want: number;
}

function levelsOf(task: LayoutTask): readonly (readonly Ordered[])[] {
  const isMuch = Math.max(task.nodes.length, task.relationships.length) > MOST_FOR_DAGRE;
  const wanted = isMuch ? orderPlainly(task, GAP) : orderByDagre(task);
  const levels = new Map<number, Ordered[]>();
  for (const node of [...task.nodes].sort(byId)) {
    const { level, want } = wanted.get(node.id) ?? { level: 0, want: 0 };
    const known = levels.get(level);
    if (known) known.push({ node, want });
    else levels.set(level, [{ node, want }]);
  }
  return [...levels]
    .sort(([a], [b]) => a - b)
    .map(([, level]) => level.sort((a, b) => a.want - b.want || byId(a.node, b.node)));
}

function orderByDagre(task: LayoutTask): ReadonlyMap<NodeId, WantedInLevel> {
  const graph = new Graph({ multigraph: false, compound: false });
  graph.setGraph({ nodesep: GAP, ranksep: 10, ranker: 'network-simplex', acyclicer: 'greedy' });
  graph.setDefaultEdgeLabel(() => ({}));
  const nodes = [...task.nodes].sort(byId);
  for (const { id, box } of nodes) graph.setNode(id, { width: box.left + box.right, height: 1 });
  for (const { from, to } of task.relationships) if (from !== to) graph.setEdge(from, to);
  layout(graph);
  return new Map(
    nodes.map(({ id }) => {
      const { x = 0, y = 0 } = graph.node(id);
      return [id, { level: Math.round(y), want: x }];
    }),
  );
}

function byId(a: LayoutNode, b: LayoutNode): number {
  return a.id < b.id ? -1 : 1;
}

/** Places one row as near to what it wants as can be; gives its lower edge. */
function placeRow(
  row: readonly Ordered[],
  { top, share, first }: { readonly top: number; readonly share: number; readonly first: number },
  places: Map<NodeId, Point>,
): number {
  const xs = spreadRow(
    row.map(({ node: { box }, want }) => ({
      want: (want - first) * share,
      left: box.left,
      right: box.right,
    })),
    GAP,
  );
  const y = top + Math.max(...row.map(({ node }) => node.box.top));
  for (const [index, { node }] of row.entries()) places.set(node.id, { x: Math.round(xs[index] ?? 0), y });
  return y + Math.max(...row.map(({ node }) => node.box.bottom));
}
