import type { NodeId, RelationshipId } from '../../../schema/ids.ts';
import type { Exploration } from '../../exploration/exploration.ts';
import {
  disputedJudgements,
  neighboursNotShown,
  visibleNodes,
  visibleRelationships,
} from '../../exploration/visible.ts';
import { bundleRelationships } from './bundle-relationships.ts';
import { describeFigures } from './describe-figure.ts';
import type { Drawing, DrawnNode } from './drawing.ts';

/** What is to stand on the canvas for this view. Nodes that are not placed yet are left out, with their lines. */
export function describeDrawing(state: Exploration): Drawing {
  const selection = new Set<NodeId | RelationshipId>(state.selection);
  const figures = describeFigures(state);
  const disputed = disputedJudgements(state);
  const nodes = new Map<NodeId, DrawnNode>();
  for (const { record } of visibleNodes(state)) {
    const { id } = record;
    const [figure, at] = [figures.get(id), state.positions.get(id)];
    if (!figure || !at) continue;
    nodes.set(id, {
      ...figure,
      at,
      isSelected: selection.has(id),
      isFocused: state.focus === id,
      isPinned: state.pinned.has(id),
      isDisputed: record.disputed.length > 0 || disputed.has(id),
      more: neighboursNotShown(state, id).reduce((sum, { neighbours }) => sum + neighbours, 0),
    });
  }
  const lines = visibleRelationships(state).filter(({ record }) => {
    const far = nodes.get(record.to);
    // A chip stands below its inspection, which says the same as a line would.
    return nodes.has(record.from) && far !== undefined && !(far.kind === 'chip' && far.of === record.from);
  });
  const isInRows = state.arrangement === 'time' || state.arrangement === 'levels';
  const relationships = bundleRelationships(lines, state.positions, selection, isInRows);
  return { nodes, relationships: new Map(relationships.map((line) => [line.id, line])) };
}
