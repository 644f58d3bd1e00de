import type { NodeId } from '../../../../schema/ids.ts';
import type { Point } from '../../../exploration/exploration.ts';
import type { LayoutTask } from '../layout-task.ts';
import { neighboursOf } from '../neighbours-of.ts';

/** By the root of how many nodes are nearer to the middle, a node is so many pixels from it: they stand evenly. */
const SPREAD = 34;

interface Branch {
  readonly id: NodeId;
  /** Steps from the middle. */
  readonly step: number;
  readonly branches: Branch[];
  /** How many ends hang on it. */
  leaves: number;
  /** Where its part of the circle begins, in radians, and how wide it is. */
  start: number;
  width: number;
}

/**
 * Places that cost next to nothing and are near what forces come to: the node with most relationships in the middle,
 * around it what it is joined to, and so on, each with a part of the circle that is as large as what hangs on it. What
 * cannot be reached is around the same middle, in trees of its own. Nodes may overlap.
 */
export function placeInTree(task: LayoutTask): ReadonlyMap<NodeId, Point> {
  const branches = growTrees(task);
  // In this order each comes after what it hangs on.
  for (const branch of branches.toReversed())
    branch.leaves = Math.max(
      1,
      branch.branches.reduce((sum, { leaves }) => sum + leaves, 0),
    );
  const tops = branches.filter(({ step }) => step === 0);
  divide(tops, { start: 0, width: 2 * Math.PI });
  for (const branch of branches) divide(branch.branches, branch);
  const nearer = countNearer(branches);
  return new Map(
    branches.map(({ id, step, start, width }, index) => {
      const radius = index === 0 ? 0 : SPREAD * Math.sqrt(Math.max(nearer[step] ?? 0, tops.length));
      const angle = start + width / 2;
      return [id, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) }];
    }),
  );
}

/** Breadth first, from the node with most relationships, then from the first of what is left over. */
function growTrees(task: LayoutTask): readonly Branch[] {
  const count = (id: NodeId) => neighboursOf(task, id).length;
  const starts = task.nodes.map(({ id }) => id).sort((a, b) => count(b) - count(a) || (a < b ? -1 : 1));
  const seen = new Set<NodeId>();
  const branches: Branch[] = [];
  const grow = (id: NodeId, step: number): Branch => {
    const branch: Branch = { id, step, branches: [], leaves: 1, start: 0, width: 0 };
    seen.add(id);
    branches.push(branch);
    return branch;
  };
  let reached = 0;
  for (const start of starts) {
    if (seen.has(start)) continue;
    grow(start, 0);
    for (let branch = branches[reached]; branch; branch = branches[reached]) {
      reached += 1;
      for (const far of neighboursOf(task, branch.id))
        if (!seen.has(far)) branch.branches.push(grow(far, branch.step + 1));
    }
  }
  return branches;
}

/** Gives each branch a part of the circle by its leaves. */
function divide(
  branches: readonly Branch[],
  { start, width }: { readonly start: number; readonly width: number },
): void {
  const leaves = branches.reduce((sum, branch) => sum + branch.leaves, 0);
  let edge = start;
  for (const branch of branches) {
    branch.start = edge;
    branch.width = (width * branch.leaves) / leaves;
    edge += branch.width;
  }
}

/** For each step how many nodes are on the steps before it. */
function countNearer(branches: readonly Branch[]): readonly number[] {
  const counts: number[] = [];
  for (const { step } of branches) counts[step] = (counts[step] ?? 0) + 1;
  let nearer = 0;
  return counts.map((count) => {
    nearer += count;
    return nearer - count;
  });
}
