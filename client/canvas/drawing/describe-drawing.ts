import type { NodeId, RelationshipId } from '../../../schema/ids.ts';
import type { Exploration, ShownRelationship } from '../../exploration/exploration.ts';
import {
  disputedJudgements,
  neighboursNotShown,
  visibleNodes,
  visibleRelationships,
} from '../../exploration/visible.ts';
import { bundleRelationships, lightLines } from './bundle-relationships.ts';
import { describeFigures } from './describe-figure.ts';
import { type Drawing, type DrawnNode, type DrawnRelationship, isLarge, type NodeFigure } from './drawing.ts';
import { findHangingChips } from './find-hanging-chips.ts';
import { markCertainty } from './mark-certainty.ts';

/**
 * What is to stand on the canvas for this view. Nodes that are not placed yet are left out, with their lines. What has
 * not changed since the drawing before is the same object, so that comparing the two costs little.
 */
export function describeDrawing(state: Exploration): Drawing {
  const selection = new Set<NodeId | RelationshipId>(state.selection);
  const figures = describeFigures(state);
  const disputed = disputedJudgements(state);
  const nodes = new Map<NodeId, DrawnNode>();
  for (const { record } of visibleNodes(state)) {
    const { id } = record;
    const [figure, at] = [figures.get(id), state.positions.get(id)];
    if (!figure || !at) continue;
    const drawn = sameNode(figure, {
      at,
      isSelected: selection.has(id),
      isFocused: state.focus === id,
      isPinned: state.pinned.has(id),
      isDisputed: record.disputed.length > 0 || disputed.has(id),
      more: neighboursNotShown(state, id).reduce((sum, { neighbours }) => sum + neighbours, 0),
    });
    nodes.set(id, drawn);
  }
  const relationships = lightLines(markCertainty(state, describeLines(state, nodes)), selection);
  return {
    isPlain: isLarge(nodes.size, relationships.length),
    nodes,
    relationships: new Map(relationships.map((line) => [line.id, line])),
  };
}

type NodeState = Omit<DrawnNode, keyof NodeFigure>;

const drawnBefore = new WeakMap<NodeFigure, DrawnNode>();

/** The node as it was drawn before where nothing about it has changed. */
function sameNode(figure: NodeFigure, state: Pick<DrawnNode, keyof NodeState>): DrawnNode {
  const before = drawnBefore.get(figure);
  const isSame =
    before?.at === state.at &&
    before.isSelected === state.isSelected &&
    before.isFocused === state.isFocused &&
    before.isPinned === state.isPinned &&
    before.isDisputed === state.isDisputed &&
    before.more === state.more;
  if (isSame) return before;
  const drawn = { ...figure, ...state };
  drawnBefore.set(figure, drawn);
  return drawn;
}

interface KnownLines {
  readonly positions: Exploration['positions'];
  readonly isInRows: boolean;
  readonly lines: readonly DrawnRelationship[];
}

const knownLines = new WeakMap<readonly ShownRelationship[], KnownLines>();

/** The lines before any is lit; kept for as long as the relationships that can be seen and the places are the same. */
function describeLines(
  state: Exploration,
  nodes: ReadonlyMap<NodeId, DrawnNode>,
): readonly DrawnRelationship[] {
  const seen = visibleRelationships(state);
  const { positions } = state;
  const isInRows = state.arrangement === 'time' || state.arrangement === 'levels';
  const known = knownLines.get(seen);
  if (known?.positions === positions && known.isInRows === isInRows) return known.lines;
  const hanging = findHangingChips(nodes);
  const drawn = seen.filter(({ record }) => {
    const far = nodes.get(record.to);
    const isHanging = far?.kind === 'chip' && far.of === record.from && hanging.has(far.id);
    return nodes.has(record.from) && far !== undefined && !isHanging;
  });
  const lines = bundleRelationships(drawn, positions, { isUpright: isInRows, nodes: nodes.size });
  knownLines.set(seen, { positions, isInRows, lines });
  return lines;
}
