import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodeId } from '../../schema/ids.ts';
import { commandsByKind, someCommand } from './arbitrary-commands.ts';
import { type Command, labelCommand } from './commands.ts';
import { type Exploration, emptyExploration } from './exploration.ts';
import { applyPatch } from './patch.ts';
import { runCommand } from './run-command.ts';
import { exploreSmallWorld, smallWorld } from './small-world.ts';

const cafcass = nodeId('organisation/cafcass');
const douglas = nodeId('person/anthony-douglas');
const quote = nodeId('quote/grit');

const ids = smallWorld.nodes.map(({ record }) => record.id);

for (const [name, some] of Object.entries<fc.Arbitrary<Command>>(commandsByKind))
  test(`taking back “${name}” gives the very state from before, wherever it is run`, () => {
    fc.assert(
      fc.property(fc.array(someCommand, { maxLength: 6 }), some, (before, command) => {
        const start = before.reduce((state, each) => runCommand(state, each).state, emptyExploration);
        const { state, inverse } = runCommand(start, command);
        const back = applyPatch(state, inverse);
        expect(back.state).toEqual(start);
        expect(applyPatch(back.state, back.inverse).state).toEqual(state);
      }),
      { numRuns: 60 },
    );
  });

test('what a view holds never dangles: no relationship, place, pin or selection without its node', () => {
  fc.assert(
    fc.property(fc.array(someCommand, { maxLength: 12 }), (commands) => {
      const state = commands.reduce((each, command) => runCommand(each, command).state, emptyExploration);
      expect(danglingOf(state)).toEqual([]);
    }),
  );
});

function danglingOf(state: Exploration): readonly string[] {
  const held = [
    ...[...state.relationships.values()].flatMap(({ record }) => [record.from, record.to]),
    ...state.positions.keys(),
    ...state.pinned,
    ...state.hidden,
    ...state.expansions.keys(),
  ];
  const known = new Set<string>([...state.nodes.keys(), ...state.relationships.keys()]);
  return [...held, ...state.selection].filter((id) => !known.has(id));
}

test('each command has words of its own', () => {
  fc.assert(
    fc.property(someCommand, (command) => {
      expect(labelCommand(emptyExploration, command)).toMatch(/\S/);
    }),
  );
});

test('expanding brings neighbours, and collapsing takes away just these', () => {
  const [cafcassNode, , douglasNode] = smallWorld.nodes;
  if (!cafcassNode || !douglasNode) throw new Error('the small world has changed');
  const start = runCommand(emptyExploration, { kind: 'show', nodes: [cafcassNode], relationships: [] }).state;
  const wide = runCommand(start, { kind: 'expand', of: cafcass, ...smallWorld }).state;
  expect(wide.nodes.size).toBe(smallWorld.nodes.length);
  expect(runCommand(wide, { kind: 'collapse', of: cafcass }).state).toEqual(start);
});

test('expanding the same node twice adds nothing', () => {
  const once = runCommand(exploreSmallWorld(), { kind: 'expand', of: cafcass, ...smallWorld });
  expect(once.state.expansions.size).toBe(0);
});

test('a node that is removed takes its relationships along and cannot stay selected', () => {
  const selected = runCommand(exploreSmallWorld(), { kind: 'select', ids: [douglas, quote] }).state;
  const { state } = runCommand(selected, { kind: 'remove', ids: [douglas] });
  expect(state.selection).toEqual([quote]);
  expect([...state.relationships.values()].map(({ record }) => record.from)).not.toContain(douglas);
});

test('hiding, filtering and expanding move no node that has a place', () => {
  const positions = ids.map((id, index) => [id, { x: index * 10, y: 0 }] as const);
  const placed = runCommand(exploreSmallWorld(), { kind: 'place', positions }).state;
  fc.assert(
    fc.property(fc.array(someCommand, { maxLength: 6 }), (commands) => {
      const still = commands.filter(
        ({ kind: name }) => !['move', 'place', 'arrange', 'remove'].includes(name),
      );
      const state = still.reduce((each, command) => runCommand(each, command).state, placed);
      for (const [id, point] of state.positions) expect(point).toEqual(placed.positions.get(id));
    }),
  );
});

test('what comes in leaves the places the very same object, and goes with the place that it got', () => {
  const [first, ...others] = smallWorld.nodes;
  if (!first) throw new Error('the small world is empty');
  const one = runCommand(emptyExploration, { kind: 'show', nodes: [first], relationships: [] }).state;
  const at = [[first.record.id, { x: 1, y: 2 }]] as const;
  const placed = runCommand(one, { kind: 'place', positions: at }).state;
  const { state, inverse } = runCommand(placed, { kind: 'show', nodes: others, relationships: [] });
  expect(state.nodes.size).toBe(smallWorld.nodes.length);
  expect(state.positions).toBe(placed.positions);
  const all = runCommand(state, { kind: 'place', positions: ids.map((id) => [id, { x: 3, y: 4 }]) }).state;
  expect([...applyPatch(all, inverse).state.positions]).toEqual(at);
});

test('a new arrangement leaves pinned nodes where they are and asks for the others to be placed', () => {
  const moved = runCommand(exploreSmallWorld(), {
    kind: 'move',
    positions: [[cafcass, { x: 5, y: 5 }]],
  }).state;
  const placed = runCommand(moved, { kind: 'place', positions: [[quote, { x: 1, y: 1 }]] }).state;
  const { state } = runCommand(placed, { kind: 'arrange', by: 'free' });
  expect([...state.positions.keys()]).toEqual([cafcass]);
});

test('an answer of the layout that comes late moves nothing that has its place', () => {
  const placed = runCommand(exploreSmallWorld(), {
    kind: 'place',
    positions: [[quote, { x: 1, y: 2 }]],
  }).state;
  const late = runCommand(placed, { kind: 'place', positions: [[quote, { x: 9, y: 9 }]] }).state;
  expect(late.positions).toEqual(placed.positions);
});

test('selecting elsewhere takes the keyboard on the canvas along, selecting on it leaves it where it is', () => {
  const before = runCommand(exploreSmallWorld(), { kind: 'focus', id: nodeId('quote/grit') }).state;
  const ids = [nodeId('organisation/cafcass')];
  expect(runCommand(before, { kind: 'select', ids, follows: true }).state.focus).toBe(ids[0]);
  expect(runCommand(before, { kind: 'select', ids }).state.focus).toBe('quote/grit');
});
