import { printCount } from '../../schema/print-count.ts';
import type { Exploration, ShownNode } from './exploration.ts';
import { isDisputed, neighboursNotShown } from './visible.ts';

/** How a node stands on the view, in words: pinned, disputed, expanded; and how many neighbours are not there. */
export function sayStanding(state: Exploration, node: ShownNode): readonly string[] {
  const { id } = node.record;
  const more = countNotShown(state, node);
  return [
    state.pinned.has(id) ? 'pinned' : '',
    isDisputed(state, node) ? 'disputed' : '',
    state.expansions.has(id) ? 'expanded' : '',
    more > 0 ? `+${printCount(more)}` : '',
  ].filter(Boolean);
}

export function countNotShown(state: Exploration, { record }: ShownNode): number {
  return neighboursNotShown(state, record.id).reduce((sum, { neighbours }) => sum + neighbours, 0);
}
