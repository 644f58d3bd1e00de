import type { NodeId, RelationshipId } from '../../schema/ids.ts';
import { actionOfPress, type ExplorerAction, type Key, pressOf } from '../exploration/actions.ts';
import { arrowSteps, commandOfAction, isViewAction, nodesForKey } from '../exploration/command-of-action.ts';
import type { Command } from '../exploration/commands.ts';
import type { Exploration, Point } from '../exploration/exploration.ts';
import type { Drawing } from './drawing/drawing.ts';
import { type Heading, walkFrom } from './walk.ts';

/** What a key on the canvas comes to. */
export type KeyAction =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'expand'; readonly id: NodeId }
  | { readonly kind: 'menu'; readonly id: NodeId | RelationshipId }
  | { readonly kind: 'fit' }
  /** The picture goes the other way than the eye; in pixels. */
  | { readonly kind: 'pan'; readonly by: Point }
  | { readonly kind: 'zoom'; readonly factor: number }
  /** What the canvas cannot do by itself, for these nodes. */
  | { readonly kind: 'ask'; readonly action: ExplorerAction; readonly ids: readonly NodeId[] };

const ZOOM_STEP = 1.25;
const PAN_STEP = 80;

interface Situation {
  readonly state: Exploration;
  readonly drawing: Drawing;
  readonly press: string;
  /** What the key acts on. */
  readonly ids: readonly NodeId[];
  /** Where the keyboard is; before it is anywhere, what was selected last. */
  readonly here: NodeId | null;
}

type Reader = (situation: Situation, action: ExplorerAction) => KeyAction | null;

/** What the key does in this view; null where it is not the canvas's, so that others may have it. */
export function readKey(state: Exploration, drawing: Drawing, key: Key): KeyAction | null {
  const press = pressOf(key);
  const action = actionOfPress('canvas', press);
  if (!action) return null;
  const focus = state.focus && drawing.nodes.has(state.focus) ? state.focus : null;
  const ids = nodesForKey(state, focus);
  const here = focus ?? ids.findLast((id) => drawing.nodes.has(id)) ?? null;
  return readers[action]({ state, drawing, press, ids, here }, action);
}

const leaveToPage: Reader = () => null;
const ask: Reader = ({ ids }, action) => (ids.length > 0 ? { kind: 'ask', action, ids } : null);
const change: Reader = ({ state, ids, press }, action) => {
  const command = isViewAction(action) ? commandOfAction(state, action, ids, press) : null;
  return command && { kind: 'command', command };
};
const changeHere: Reader = (situation, action) =>
  situation.here ? change({ ...situation, ids: [situation.here] }, action) : null;

/** One for each action, so that an action without a key on the canvas does not compile. */
const readers: Record<ExplorerAction, Reader> = {
  search: leaveToPage,
  walk: ({ drawing, press, here }) => {
    const next = walkFrom(drawing, here, press as Heading);
    return next && { kind: 'command', command: { kind: 'focus', id: next } };
  },
  select: changeHere,
  addToSelection: changeHere,
  extendSelection: leaveToPage,
  selectAll: change,
  selectNeighbours: change,
  selectRelationship: change,
  letGo: ({ state }) => letGo(state),
  nextPanel: leaveToPage,
  menu: ({ state, drawing, here }) => {
    const of = selectedRelationship(state, drawing) ?? here;
    return of ? { kind: 'menu', id: of } : null;
  },
  expand: ({ ids }) => {
    const id = ids.at(-1);
    return id ? { kind: 'expand', id } : null;
  },
  choose: ask,
  collapse: change,
  hide: change,
  reveal: change,
  remove: change,
  pin: change,
  move: change,
  findPath: ask,
  stepPath: leaveToPage,
  link: ask,
  edit: ask,
  settle: ask,
  merge: ask,
  create: leaveToPage,
  relate: ask,
  judge: ask,
  delete: ask,
  changes: ask,
  recentChanges: leaveToPage,
  query: ask,
  pan: ({ press }) => {
    const { x = 0, y = 0 } = arrowSteps[press.slice('Shift+'.length)] ?? {};
    return { kind: 'pan', by: { x: 0 - PAN_STEP * x, y: 0 - PAN_STEP * y } };
  },
  zoom: ({ press }) => ({ kind: 'zoom', factor: '+='.includes(press) ? ZOOM_STEP : 1 / ZOOM_STEP }),
  fit: () => ({ kind: 'fit' }),
  undo: leaveToPage,
  redo: leaveToPage,
  findShared: leaveToPage,
  cite: ask,
  export: leaveToPage,
  history: leaveToPage,
  views: leaveToPage,
  help: leaveToPage,
};

/** One thing at a time: the selection first, then the place of the keyboard; then the key is the page's. */
function letGo(state: Exploration): KeyAction | null {
  if (state.selection.length > 0) return { kind: 'command', command: { kind: 'select', ids: [] } };
  return state.focus ? { kind: 'command', command: { kind: 'focus', id: null } } : null;
}

/** The relationship that was selected last, unless the keyboard has gone on to a node at neither of its ends. */
function selectedRelationship(
  { selection, relationships, focus }: Exploration,
  { nodes }: Drawing,
): RelationshipId | null {
  const last = relationships.get(selection.at(-1) as RelationshipId)?.record;
  if (!last || !nodes.has(last.from) || !nodes.has(last.to)) return null;
  return focus === null || focus === last.from || focus === last.to ? last.id : null;
}
