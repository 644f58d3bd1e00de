import { expect, test } from 'vitest';
import { nodeId } from '../../schema/ids.ts';
import { relationshipsOf } from '../exploration/relationships-of.ts';
import { runCommand } from '../exploration/run-command.ts';
import { describeDrawing } from './drawing/describe-drawing.ts';
import { placedSmallWorld } from './drawing/placed-small-world.ts';
import { readKey } from './read-key.ts';

const world = placedSmallWorld();
const drawing = describeDrawing(world);
const cafcass = nodeId('organisation/cafcass');
const first = nodeId('inspection/cafcass-2014');
const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
const press = (key: string, state = world) => readKey(state, drawing, { ...plain, key });
const focused = runCommand(world, { kind: 'focus', id: first }).state;

test('arrows walk along relationships: up from an inspection to a body, down to its judgement, and sideways', () => {
  expect(press('ArrowUp', focused)).toEqual({ kind: 'command', command: { kind: 'focus', id: cafcass } });
  expect(press('ArrowDown', focused)).toEqual({
    kind: 'command',
    command: { kind: 'focus', id: 'judgement/2014/overall' },
  });
  expect(press('ArrowRight', focused)).toEqual({
    kind: 'command',
    command: { kind: 'focus', id: 'inspection/cafcass-2018' },
  });
});

test('the first arrow enters the canvas', () => {
  expect(press('ArrowRight')).toMatchObject({ command: { kind: 'focus' } });
});

test('every node can be reached by arrows from every other', () => {
  const reached = new Set([first]);
  for (const id of reached)
    for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']) {
      const action = press(key, runCommand(world, { kind: 'focus', id }).state);
      if (action?.kind === 'command' && action.command.kind === 'focus' && action.command.id)
        reached.add(action.command.id);
    }
  expect([...drawing.nodes.keys()].filter((id) => !reached.has(id))).toEqual([]);
});

test('keys act on what is selected, wherever the keyboard has walked; Enter and the menu go by the keyboard', () => {
  const walked = runCommand(focused, { kind: 'select', ids: [cafcass] }).state;
  expect(press('e', walked)).toEqual({ kind: 'expand', id: cafcass });
  expect(press('h', walked)).toEqual({ kind: 'command', command: { kind: 'hide', ids: [cafcass] } });
  expect(press('w', walked)).toEqual({ kind: 'ask', action: 'findPath', ids: [cafcass] });
  expect(press('Enter', walked)).toEqual({ kind: 'command', command: { kind: 'select', ids: [first] } });
  expect(press('ContextMenu', walked)).toEqual({ kind: 'menu', id: first });
});

test('while nothing is selected keys act on the node where the keyboard is', () => {
  expect(press('Enter', focused)).toEqual({ kind: 'command', command: { kind: 'select', ids: [first] } });
  expect(press('e', focused)).toEqual({ kind: 'expand', id: first });
  expect(press('h', focused)).toEqual({ kind: 'command', command: { kind: 'hide', ids: [first] } });
  expect(press('p', focused)).toEqual({
    kind: 'command',
    command: { kind: 'pin', ids: [first], pinned: true },
  });
  expect(press('f', focused)).toEqual({ kind: 'fit' });
  expect(press('+', focused)).toMatchObject({ kind: 'zoom' });
});

test('Escape lets go of the selection, then of the focus, then is the page’s', () => {
  const selected = runCommand(focused, { kind: 'select', ids: [cafcass] }).state;
  expect(press('Escape', selected)).toEqual({ kind: 'command', command: { kind: 'select', ids: [] } });
  expect(press('Escape', focused)).toEqual({ kind: 'command', command: { kind: 'focus', id: null } });
  expect(press('Escape')).toBeNull();
});

test('Alt and an arrow move a node with its chips and pin it; a chip by itself stays on its inspection', () => {
  const action = readKey(focused, drawing, { ...plain, altKey: true, key: 'ArrowRight' });
  if (action?.kind !== 'command') throw new Error('the key does nothing');
  const moved = runCommand(focused, action.command).state;
  for (const id of [first, nodeId('judgement/2014/overall')]) {
    expect(moved.positions.get(id)?.x).toBeGreaterThan(
      focused.positions.get(id)?.x ?? Number.POSITIVE_INFINITY,
    );
    expect(moved.positions.get(id)?.y).toBe(focused.positions.get(id)?.y);
  }
  expect(moved.pinned.has(first)).toBe(true);
  const chip = runCommand(world, { kind: 'focus', id: nodeId('judgement/2014/overall') }).state;
  expect(readKey(chip, drawing, { ...plain, altKey: true, key: 'ArrowRight' })).toBeNull();
});

test('Shift and an arrow move the picture the other way', () => {
  const action = readKey(world, drawing, { ...plain, shiftKey: true, key: 'ArrowRight' });
  expect(action).toEqual({ kind: 'pan', by: { x: -80, y: 0 } });
});

test('Ctrl+A selects all that can be seen, as a box around everything does', () => {
  const action = readKey(world, drawing, { ...plain, ctrlKey: true, key: 'a' });
  expect(action).toMatchObject({
    kind: 'command',
    command: { kind: 'select', ids: { length: world.nodes.size } },
  });
});

test('R goes round the relationships of a node, Shift+R the other way', () => {
  let state = focused;
  const seen = new Set<string>();
  const around = relationshipsOf(world, first).length;
  for (let step = 0; step <= around; step += 1) {
    const action = press('r', state);
    if (action?.kind !== 'command') throw new Error('the key does nothing');
    state = runCommand(state, action.command).state;
    seen.add(state.selection.join());
  }
  expect(seen.size).toBe(around);
  expect(around).toBeGreaterThan(2);
});

test('Shift+F10 opens the menu of the node, and what the canvas cannot do is asked of others', () => {
  expect(readKey(focused, drawing, { ...plain, shiftKey: true, key: 'F10' })).toEqual({
    kind: 'menu',
    id: first,
  });
  expect(press('w', focused)).toEqual({ kind: 'ask', action: 'findPath', ids: [first] });
});

test('keys with Ctrl are not the canvas’s, so that undo and copy work', () => {
  expect(readKey(focused, drawing, { ...plain, ctrlKey: true, key: 'e' })).toBeNull();
});

test('the menu is that of the relationship that is selected, until the keyboard goes on to another node', () => {
  const inspected = relationshipsOf(world, first).find(({ record }) => record.type === 'INSPECTED')?.record
    .id;
  if (!inspected) throw new Error('the inspection has no relationship');
  const { state } = runCommand(focused, { kind: 'select', ids: [inspected] });
  const menu = (of: typeof world) => readKey(of, drawing, { ...plain, key: 'F10', shiftKey: true });
  expect(menu(focused)).toEqual({ kind: 'menu', id: first });
  expect(menu(state)).toEqual({ kind: 'menu', id: inspected });
  const elsewhere = nodeId('person/anthony-douglas');
  expect(menu(runCommand(state, { kind: 'focus', id: elsewhere }).state)).toEqual({
    kind: 'menu',
    id: elsewhere,
  });
});
