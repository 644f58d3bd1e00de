import { expect, test } from 'vitest';
import { nodeId } from '../../schema/ids.ts';
import { emptyExploration } from './exploration.ts';
import { emptySession, goToStep, redoStep, runInSession, startSession, undoStep } from './session.ts';
import { exploreSmallWorld, smallWorld } from './small-world.ts';

const cafcass = nodeId('organisation/cafcass');
const quote = nodeId('quote/grit');

test('a step is taken back and made again, with its label', () => {
  const start = startSession(exploreSmallWorld());
  const hidden = runInSession(start, { kind: 'hide', ids: [cafcass] });
  expect(hidden.past.at(-1)?.label).toBe('hide Cafcass');
  const undone = undoStep(hidden);
  expect(undone.exploration).toEqual(start.exploration);
  expect(undone.future.at(-1)?.label).toBe('hide Cafcass');
  expect(redoStep(undone).exploration).toEqual(hidden.exploration);
});

test('a new command clears what could be made again', () => {
  const undone = undoStep(runInSession(startSession(exploreSmallWorld()), { kind: 'hide', ids: [cafcass] }));
  expect(runInSession(undone, { kind: 'hide', ids: [quote] }).future).toEqual([]);
});

test('selecting is no step, and leaves what can be made again', () => {
  const undone = undoStep(runInSession(startSession(exploreSmallWorld()), { kind: 'hide', ids: [cafcass] }));
  const selected = runInSession(undone, { kind: 'select', ids: [quote] });
  expect(selected.past).toEqual([]);
  expect(selected.future).toHaveLength(1);
});

test('a command that changes nothing is no step', () => {
  const start = startSession(exploreSmallWorld());
  expect(runInSession(start, { kind: 'filterFacet', dimension: 'type', key: 'Quote', shown: true })).toBe(
    start,
  );
  expect(runInSession(start, { kind: 'collapse', of: cafcass })).toBe(start);
});

test('showing what is on the view already selects it, and is no step', () => {
  const start = startSession(exploreSmallWorld());
  const again = runInSession(start, { kind: 'show', ...smallWorld, select: quote });
  expect(again.exploration.selection).toEqual([quote]);
  expect(again.past).toEqual([]);
});

test('taking an expansion back takes the places of its nodes along, and making it again brings them back', () => {
  const [cafcassNode] = smallWorld.nodes;
  if (!cafcassNode) throw new Error('the small world has changed');
  const start = runInSession(emptySession, { kind: 'show', nodes: [cafcassNode], relationships: [] });
  const wide = runInSession(start, { kind: 'expand', of: cafcass, ...smallWorld });
  const placed = runInSession(wide, { kind: 'place', positions: [[quote, { x: 3, y: 4 }]] });
  const undone = undoStep(placed);
  expect(undone.exploration.positions.size).toBe(0);
  expect(redoStep(undone).exploration.positions.get(quote)).toEqual({ x: 3, y: 4 });
});

test('one can go to any step at once, and back, and a new command from there clears those after it', () => {
  const ids = [cafcass, quote];
  const start = startSession(exploreSmallWorld());
  const hidden = ids.reduce((each, id) => runInSession(each, { kind: 'hide', ids: [id] }), start);
  const begin = goToStep(hidden, 0);
  expect(begin.exploration).toEqual(start.exploration);
  expect(begin.future).toHaveLength(2);
  expect(goToStep(begin, 2).exploration).toEqual(hidden.exploration);
  expect(goToStep(begin, 99)).toEqual(goToStep(begin, 2));
  expect(runInSession(begin, { kind: 'pin', ids, pinned: true }).future).toEqual([]);
});

test('opening a view is a step, which is taken back to the very state before', () => {
  const start = startSession(exploreSmallWorld());
  const opened = runInSession(start, { kind: 'open', exploration: emptyExploration, as: 'Grit' });
  expect(opened.past.map(({ label }) => label)).toEqual(['open Grit']);
  expect(undoStep(opened).exploration).toBe(start.exploration);
  expect(redoStep(undoStep(opened)).exploration).toBe(emptyExploration);
});

test('of more than two hundred steps the first are forgotten, and counted', () => {
  const many = Array.from({ length: 203 }).reduce<typeof emptySession>(
    (each, _, n) => runInSession(each, { kind: 'pin', ids: [cafcass], pinned: n % 2 === 0 }),
    startSession(exploreSmallWorld()),
  );
  expect([many.past.length, many.forgotten]).toEqual([200, 3]);
});

test('undo and redo without a step leave the session as it is', () => {
  expect(undoStep(emptySession)).toBe(emptySession);
  expect(redoStep(emptySession)).toBe(emptySession);
});

test('presses of a key that move a node are one step, and another step after them is one of its own', () => {
  const start = runInSession(startSession(exploreSmallWorld()), {
    kind: 'place',
    positions: [[quote, { x: 0, y: 0 }]],
  });
  const press = (session: typeof start, x: number) =>
    runInSession(session, { kind: 'move', positions: [[quote, { x, y: 0 }]], byKey: true });
  const moved = press(press(press(start, 24), 48), 72);
  expect(moved.past).toHaveLength(1);
  expect(undoStep(moved).exploration).toEqual(start.exploration);
  expect(redoStep(undoStep(moved)).exploration).toEqual(moved.exploration);
  const selected = runInSession(moved, { kind: 'select', ids: [cafcass] });
  expect(press(selected, 96).past).toHaveLength(2);
  const dragged = runInSession(moved, { kind: 'move', positions: [[quote, { x: 5, y: 5 }]] });
  expect(dragged.past).toHaveLength(2);
});

test('taking back a way back in the browser brings back what could be made again before it', () => {
  const start = startSession(exploreSmallWorld());
  const undone = undoStep(runInSession(start, { kind: 'hide', ids: [cafcass] }));
  const opened = runInSession(undone, {
    kind: 'open',
    exploration: emptyExploration,
    as: 'the view in the address',
    isReturn: true,
  });
  expect(opened.future).toEqual([]);
  const back = undoStep(opened);
  expect(back.exploration).toEqual(start.exploration);
  expect(back.future.map(({ label }) => label)).toEqual(['hide Cafcass']);
});
