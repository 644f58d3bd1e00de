import { expect, test } from 'vitest';
import { nodeId } from '../../schema/ids.ts';
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

test('keys act on the node where the keyboard is', () => {
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

test('keys with Ctrl are not the canvas’s, so that undo and copy work', () => {
  expect(readKey(focused, drawing, { ...plain, ctrlKey: true, key: 'e' })).toBeNull();
});
