import { type NodeId, parseNodeId } from '../../schema/ids.ts';
import type { ExplorerAction } from './actions.ts';
import type { Exploration } from './exploration.ts';

/** Why the key of an action does nothing in this view, for these nodes; null where a silent key is right. */
export function sayWhyNot(state: Exploration, action: ExplorerAction, ids: readonly NodeId[]): string | null {
  switch (action) {
    case 'reveal':
      return 'Nothing is hidden by hand.';
    case 'stepPath':
      return 'No paths are found yet: W finds them.';
    case 'undo':
      return 'Nothing to undo.';
    case 'redo':
      return 'Nothing to redo.';
    default:
      return ids.length > 0 ? sayWhyNotFor(state, action, ids) : sayNothingMeant(state, action);
  }
}

const needNodes: readonly ExplorerAction[] = [
  'expand',
  'choose',
  'collapse',
  'hide',
  'remove',
  'pin',
  'move',
  'link',
  'edit',
  'settle',
  'merge',
  'relate',
  'judge',
  'delete',
  'changes',
  'query',
  'cite',
  'selectNeighbours',
  'selectRelationship',
];

function sayNothingMeant({ selection }: Exploration, action: ExplorerAction): string | null {
  if (!needNodes.includes(action)) return null;
  return selection.some((id) => parseNodeId(id) === null)
    ? 'This is for nodes: select one of the two ends.'
    : 'Nothing is selected: search with “/”, click on a node, or walk to one on the canvas with the arrow keys.';
}

function sayWhyNotFor(state: Exploration, action: ExplorerAction, ids: readonly NodeId[]): string | null {
  const name = state.nodes.get(ids.at(-1) as NodeId)?.record.properties.name ?? 'it';
  switch (action) {
    case 'collapse':
      return `Nothing to collapse: ${name} was not expanded.`;
    case 'judge':
      return 'Only inspections are judged: select one.';
    case 'move':
      return `${name} stays below its inspection: move that.`;
    case 'selectRelationship':
      return `No relationship of ${name} can be seen.`;
    default:
      return null;
  }
}
