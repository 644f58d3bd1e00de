import { type NodeId, parseNodeId, type RelationshipId } from '../../schema/ids.ts';
import type { ExplorerAction } from './actions.ts';
import type { Command } from './commands.ts';
import type { Exploration, Point } from './exploration.ts';
import { relationshipsOf } from './relationships-of.ts';
import { inspectionOfJudgements, isVisible, visibleNodes, visibleRelationships } from './visible.ts';

/** How far a node goes at one press: a little more than half of a mark, so that a few presses clear a name. */
const STEP = 24;

/** Which way an arrow leads, as a step of one; the ground is y downwards. */
export const arrowSteps: Partial<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Actions that come down to one command on the view, and need nobody else. */
type ViewAction = Extract<
  ExplorerAction,
  | 'select'
  | 'addToSelection'
  | 'selectAll'
  | 'selectNeighbours'
  | 'selectRelationship'
  | 'collapse'
  | 'hide'
  | 'reveal'
  | 'remove'
  | 'pin'
  | 'move'
>;

type CommandMaker = (state: Exploration, ids: readonly NodeId[], press: string) => Command | null;

const makers: Record<ViewAction, CommandMaker> = {
  select: (_, ids) => ({ kind: 'select', ids }),
  addToSelection: ({ selection }, ids) => ({ kind: 'select', ids: toggle(selection, ids) }),
  selectAll: (state) => ({ kind: 'select', ids: visibleNodes(state).map(({ record }) => record.id) }),
  selectNeighbours: (state, ids) => ({
    kind: 'select',
    ids: [...new Set([...neighboursSeen(state, ids), ...state.selection, ...ids])],
  }),
  selectRelationship: (state, ids, press) => {
    const next = nextRelationship(state, ids, press.startsWith('Shift+') ? -1 : 1);
    return next && { kind: 'select', ids: [next], follows: true };
  },
  collapse: ({ expansions }, ids) => {
    const of = ids.findLast((id) => expansions.has(id));
    return of ? { kind: 'collapse', of } : null;
  },
  hide: (_, ids) => (ids.length > 0 ? { kind: 'hide', ids } : null),
  reveal: ({ hidden }) => (hidden.size > 0 ? { kind: 'reveal', ids: [...hidden] } : null),
  remove: (_, ids) => (ids.length > 0 ? { kind: 'remove', ids } : null),
  pin: ({ pinned }, ids) =>
    ids.length > 0 ? { kind: 'pin', ids, pinned: !ids.every((id) => pinned.has(id)) } : null,
  move: (state, ids, press) => moveBy(state, ids, arrowSteps[press.slice(press.lastIndexOf('+') + 1)]),
};

/** Whether the action comes down to a command on the view alone. */
export function isViewAction(action: ExplorerAction): action is ViewAction {
  return action in makers;
}

/** The command that the action comes to for these nodes; null where it would do nothing. */
export function commandOfAction(
  state: Exploration,
  action: ViewAction,
  ids: readonly NodeId[],
  press: string,
): Command | null {
  return makers[action](state, ids, press);
}

/**
 * The nodes that a key acts on, wherever it is pressed: those that are selected; where none is, the one where the
 * keyboard is. Keys that choose a node (walking, selecting, its menu) go by the keyboard alone.
 */
export function nodesForKey(state: Pick<Exploration, 'selection'>, at: NodeId | null): readonly NodeId[] {
  const selected = selectedNodes(state);
  if (selected.length > 0) return selected;
  return at ? [at] : [];
}

/** The nodes that a hand at this one is meant for: all that are selected where it is one of several. */
export function nodesMeant(state: Pick<Exploration, 'selection'>, at: NodeId): readonly NodeId[] {
  const selected = selectedNodes(state);
  return selected.includes(at) ? selected : [at];
}

function selectedNodes({ selection }: Pick<Exploration, 'selection'>): readonly NodeId[] {
  return selection.filter((id): id is NodeId => parseNodeId(id) !== null);
}

function toggle<Id extends NodeId | RelationshipId>(selection: readonly Id[], ids: readonly Id[]) {
  const others = selection.filter((id) => !ids.includes(id));
  return ids.every((id) => selection.includes(id)) ? others : [...others, ...ids];
}

function neighboursSeen(state: Exploration, ids: readonly NodeId[]): readonly NodeId[] {
  const of = new Set(ids);
  return visibleRelationships(state).flatMap(({ record: { from, to } }) => [
    ...(of.has(from) ? [to] : []),
    ...(of.has(to) ? [from] : []),
  ]);
}

/**
 * Goes round the relationships of a node, from the one that is selected, whose end the keyboard then is at; without a
 * node round its own start.
 */
function nextRelationship(state: Exploration, ids: readonly NodeId[], by: 1 | -1): RelationshipId | null {
  const chosen = state.selection.at(-1);
  const line = [...state.relationships.values()].find(({ record }) => record.id === chosen)?.record;
  const isEnd = state.focus && line && (line.from === state.focus || line.to === state.focus);
  const of = (line ? (isEnd ? state.focus : line.from) : ids.at(-1)) ?? state.focus;
  if (!of || !isVisible(state, of)) return null;
  const seen = new Set(visibleRelationships(state));
  const around = relationshipsOf(state, of).filter((relationship) => seen.has(relationship));
  const at = around.findIndex(({ record }) => record.id === chosen);
  const next = at < 0 ? (by > 0 ? 0 : around.length - 1) : (at + by + around.length) % around.length;
  return around[next]?.record.id ?? null;
}

/** Nodes with the chips that hang on them, a step further; a chip that hangs on another goes where that goes. */
function moveBy(state: Exploration, ids: readonly NodeId[], step: Point | undefined): Command | null {
  if (!step) return null;
  const hangsOn = inspectionOfJudgements(state);
  const moved = ids.filter((id) => !hangsOn.has(id));
  const chips = [...hangsOn].filter(([, inspection]) => moved.includes(inspection)).map(([chip]) => chip);
  const positions = [...moved, ...chips].flatMap((id) => {
    const at = state.positions.get(id);
    return at ? [[id, { x: at.x + STEP * step.x, y: at.y + STEP * step.y }] as const] : [];
  });
  return positions.length > 0 ? { kind: 'move', positions, byKey: true } : null;
}
