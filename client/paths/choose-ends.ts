import type { NodeId } from '../../schema/ids.ts';
import type { GraphNode } from '../../schema/records.ts';
import type { Exploration } from '../exploration/exploration.ts';
import { endAt, type PathEnds } from './found-path.ts';

/**
 * Between what paths are meant when they are asked for at a node, or by key alone (null): between the two that are
 * selected; to this node, where a start is chosen already and waits for its end; otherwise from this node.
 */
export function chooseEnds(state: Exploration, of: GraphNode | null, open: PathEnds | null): PathEnds {
  const selected = state.selection.flatMap((id) => state.nodes.get(id as NodeId)?.record ?? []);
  const [first, second] = selected;
  const isOfPair = of === null || selected.some(({ id }) => id === of.id);
  if (first && second && selected.length === 2 && isOfPair) return { from: endAt(first), to: endAt(second) };
  const at = of ?? selected.at(-1) ?? (state.focus && state.nodes.get(state.focus)?.record) ?? null;
  const start = open?.from;
  if (at && start && !open.to && start.id !== at.id) return { from: start, to: endAt(at) };
  return { from: at && endAt(at), to: null };
}
