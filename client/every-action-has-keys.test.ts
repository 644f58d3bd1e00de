import { expect, test } from 'vitest';
import { nodeId } from '../schema/ids.ts';
import type { CanvasHandle } from './canvas/Canvas.tsx';
import { describeDrawing } from './canvas/drawing/describe-drawing.ts';
import { placedSmallWorld } from './canvas/drawing/placed-small-world.ts';
import type { Gestures } from './canvas/follow-gestures.ts';
import { readKey } from './canvas/read-key.ts';
import {
  actionOfPress,
  actionRow,
  type ExplorerAction,
  explorerActionNames,
  hintOf,
  type KeyPlace,
} from './exploration/actions.ts';
import type { NodeActions } from './exploration/node-actions.ts';
import { runCommand } from './exploration/run-command.ts';
import { nodeMenuItems } from './explorer/node-menu.tsx';
import { relationshipMenuItems } from './explorer/relationship-menu.tsx';

/*
 * What a hand can do, the keyboard can: on the canvas, and in the outline and the table. The three records name
 * every gesture, every action on a node and everything that the canvas's buttons do, so that a new one does not
 * compile until it has a row in the table of actions, and that row must have keys.
 */

const gestures: Record<keyof Gestures, readonly ExplorerAction[]> = {
  onPick: ['select', 'addToSelection', 'selectAll', 'selectNeighbours'],
  onPickLine: ['selectRelationship'],
  onPickGround: ['letGo', 'selectRelationship'],
  onOpen: ['expand'],
  onMenu: ['menu'],
  onMenuLine: ['menu'],
  onHover: ['walk'],
  onDrag: ['move'],
  onDropped: ['move'],
  onCamera: ['pan', 'zoom'],
};

const nodeActions: Record<Exclude<keyof NodeActions, 'standing' | 'mayWrite' | 'signIn'>, ExplorerAction> = {
  open: 'search',
  expand: 'expand',
  choose: 'choose',
  findPath: 'findPath',
  collapse: 'collapse',
  hide: 'hide',
  remove: 'remove',
  pin: 'pin',
  query: 'query',
  findShared: 'findShared',
  cite: 'cite',
  link: 'link',
  edit: 'edit',
  settle: 'settle',
  merge: 'merge',
  create: 'create',
  relate: 'relate',
  judge: 'judge',
  delete: 'delete',
  changes: 'changes',
  recentChanges: 'recentChanges',
};

const buttons: Record<
  Exclude<keyof CanvasHandle, 'bringIntoView' | 'focus' | 'camera' | 'placesFor'>,
  ExplorerAction
> = {
  fit: 'fit',
  zoom: 'zoom',
  cancelArranging: 'letGo',
};

test('every gesture, node action and button of the canvas has keys on the canvas and in the lists', () => {
  const named = [...Object.values(gestures).flat(), ...Object.values(nodeActions), ...Object.values(buttons)];
  for (const action of named) {
    expect(actionRow(action).canvas, `${action} has no key on the canvas`).not.toEqual([]);
    expect(actionRow(action).lists, `${action} has no key in the outline and the table`).not.toEqual([]);
  }
});

test('every item of a node’s menu, however the node stands, is an action with its first key beside it', () => {
  const world = placedSmallWorld();
  const id = nodeId('organisation/cafcass');
  const record = world.nodes.get(id)?.record;
  if (!record) throw new Error('Cafcass is not there');
  for (const isPinned of [true, false])
    for (const isExpanded of [true, false])
      for (const more of [0, 40]) {
        const standing = { isShown: true, isPinned, isExpanded, more, together: more > 0 ? 3 : 1 };
        const actions = { standing: () => standing };
        for (const { key, hint } of nodeMenuItems(id, record, actions as unknown as NodeActions)) {
          expect(explorerActionNames, `“${key}” of the menu is no action with keys`).toContain(key);
          expect(hint).toBe(hintOf(key as ExplorerAction));
        }
      }
});

test('the menu of a line opens by the key of the menu, and its items that are actions show their first key', () => {
  const cafcass = nodeId('organisation/cafcass');
  const world = runCommand(placedSmallWorld(), { kind: 'focus', id: cafcass }).state;
  const [post] = [...world.relationships.values()].filter(({ record }) => record.type === 'HOLDS_POST');
  if (!post) throw new Error('Nobody held a post');
  const { id } = post.record;
  const { state } = runCommand(world, { kind: 'select', ids: [id] });
  for (const press of actionRow('menu').canvas)
    expect(readKey(state, describeDrawing(state), keyOf(press)), press).toEqual({ kind: 'menu', id });
  const actions = { mayWrite: true } as unknown as NodeActions;
  const items = relationshipMenuItems(state, [post], actions, () => {});
  const hinted = items.flatMap(({ key, hint }) => (hint === undefined ? [] : [[key, hint] as const]));
  expect(hinted.map(([key]) => key)).toEqual(['edit', 'cite', 'changes']);
  for (const [key, hint] of hinted) expect(hint).toBe(hintOf(key as ExplorerAction));
});

test.each(['canvas', 'lists', 'page'] satisfies KeyPlace[])('no key means two things: %s', (place) => {
  const presses = explorerActionNames.flatMap((action) =>
    place === 'page' ? (actionRow(action).page ? actionRow(action).canvas : []) : actionRow(action)[place],
  );
  expect(presses.filter((press, i) => presses.indexOf(press) !== i)).toEqual([]);
});

test('each key of the table does its action on the canvas, or is left to the page that does it', () => {
  const cafcass = nodeId('organisation/cafcass');
  const focused = runCommand(placedSmallWorld(), { kind: 'focus', id: cafcass }).state;
  const grown = runCommand(focused, {
    kind: 'expand',
    of: cafcass,
    nodes: [
      {
        record: {
          id: nodeId('person/new'),
          type: 'Person',
          version: 1,
          disputed: [],
          properties: { name: 'New' },
        },
        counts: [],
        documents: [],
      },
    ],
    relationships: [],
  }).state;
  const world = runCommand(grown, { kind: 'hide', ids: [nodeId('quote/grit')] }).state;
  const drawing = describeDrawing(world);
  for (const action of explorerActionNames)
    for (const press of actionRow(action).canvas) {
      const isDone = readKey(world, drawing, keyOf(press)) !== null;
      const isLeft = actionOfPress('page', press) === action;
      // Nothing lies above Cafcass or to one side of it, so that some arrows lead nowhere.
      if (action !== 'walk') expect(isDone || isLeft, `${press} for ${action} does nothing`).toBe(true);
    }
});

function keyOf(press: string) {
  const parts = press.split(/\+(?=.)/);
  const key = parts.at(-1) ?? '';
  return {
    key: key === 'Space' ? ' ' : key,
    shiftKey: parts.includes('Shift'),
    ctrlKey: parts.includes('Ctrl'),
    altKey: parts.includes('Alt'),
    metaKey: false,
  };
}
