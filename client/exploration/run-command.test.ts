import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodeId } from '../../schema/ids.ts';
import { nodeTypeNames } from '../../schema/node-types.ts';
import { partialDate } from '../../schema/partial-date.ts';
import { arrangementNames } from './arrangements.ts';
import { type Command, labelCommand } from './commands.ts';
import { type Exploration, emptyExploration } from './exploration.ts';
import type { Facet, FacetDimension } from './filters/facets.ts';
import { allTime, type TimeFilter } from './filters/time-filter.ts';
import { applyPatch } from './patch.ts';
import { runCommand } from './run-command.ts';
import { exploreSmallWorld, smallWorld } from './small-world.ts';
import { toneChoices, typeSizes } from './type-looks.ts';

const cafcass = nodeId('organisation/cafcass');
const douglas = nodeId('person/anthony-douglas');
const quote = nodeId('quote/grit');

const ids = smallWorld.nodes.map(({ record }) => record.id);
const someId = fc.constantFrom(...ids);
const someIds = fc.uniqueArray(someId, { maxLength: 4 });
const someNodes = fc.subarray([...smallWorld.nodes]);
const someRelationships = fc.subarray([...smallWorld.relationships]);
const somePositions = fc.array(
  fc.tuple(someId, fc.record({ x: fc.integer({ min: -9, max: 9 }), y: fc.integer({ min: -9, max: 9 }) })),
  { maxLength: 4 },
);
const someType = fc.constantFrom(...nodeTypeNames.slice(0, 5));
/** One group of each way to sort, and a second one where it matters that there are several. */
const someFacet = fc.constantFrom<Facet>(
  ...nodeTypeNames.slice(0, 5).map((key) => ({ dimension: 'type' as const, key })),
  { dimension: 'relationship', key: 'JUDGED' },
  { dimension: 'relationship', key: 'SAID' },
  { dimension: 'grade', key: 'ofsted-social-care-2013#2' },
  { dimension: 'grade', key: 'none#consistently inadequate' },
  { dimension: 'kind/Inspection', key: 'national' },
  { dimension: 'kind/Organisation', key: 'inspectorate' },
  { dimension: 'year', key: '2014' },
  { dimension: 'year', key: '2018' },
  { dimension: 'source', key: 'document/report' },
  { dimension: 'basis', key: 'inferred' },
);
const someDimensions: readonly FacetDimension[] = ['type', 'grade', 'kind/Inspection', 'year'];
const someTime = fc.constantFrom<TimeFilter>(
  allTime,
  { kind: 'window', window: { from: '2013-06', to: '2018-11' } },
  { kind: 'window', window: { from: '2018-03', to: '2018-03' } },
  { kind: 'asOf', day: partialDate('2014-04-01') },
  { kind: 'asOf', day: partialDate('2018') },
);
const records = { nodes: someNodes, relationships: someRelationships };
const kind = <Kind extends Command['kind']>(name: Kind) => fc.constant(name);

/** One arbitrary for each kind, so that a new kind does not compile until it is tested. */
const commandsByKind: { readonly [Kind in Command['kind']]: fc.Arbitrary<Extract<Command, { kind: Kind }>> } =
  {
    show: fc.oneof(
      fc.record({ kind: kind('show'), ...records }),
      fc.record({ kind: kind('show'), select: someId, ...records }),
      fc.record({ kind: kind('show'), select: someIds, as: fc.constant('a path'), ...records }),
    ),
    expand: fc.record({ kind: kind('expand'), of: fc.oneof(someId, someIds), ...records }),
    collapse: fc.record({ kind: kind('collapse'), of: someId }),
    remove: fc.record({ kind: kind('remove'), ids: someIds }),
    hide: fc.record({ kind: kind('hide'), ids: someIds }),
    reveal: fc.record({ kind: kind('reveal'), ids: someIds }),
    move: fc.record({ kind: kind('move'), positions: somePositions }),
    place: fc.record({ kind: kind('place'), positions: somePositions }),
    pin: fc.record({ kind: kind('pin'), ids: someIds, pinned: fc.boolean() }),
    filterFacet: someFacet.chain((facet) =>
      fc.record({ kind: kind('filterFacet'), shown: fc.boolean() }).map((rest) => ({ ...facet, ...rest })),
    ),
    showOnlyFacet: someFacet.map((facet) => ({ kind: 'showOnlyFacet', ...facet })),
    showAll: fc.record({ kind: kind('showAll'), dimensions: fc.subarray([...someDimensions]) }),
    clearFilters: fc.record({ kind: kind('clearFilters') }),
    filterDemand: fc.record({
      kind: kind('filterDemand'),
      demand: fc.constantFrom('disputed', 'primary'),
      on: fc.boolean(),
    }),
    filterTime: fc.record({ kind: kind('filterTime'), time: someTime }),
    styleType: fc.record({
      kind: kind('styleType'),
      type: someType,
      look: fc.record({
        tone: fc.option(fc.constantFrom(...toneChoices.slice(0, 2))),
        size: fc.constantFrom(...typeSizes),
      }),
    }),
    arrange: fc.record({ kind: kind('arrange'), by: fc.constantFrom(...arrangementNames) }),
    select: fc.record({ kind: kind('select'), ids: someIds }),
    focus: fc.record({ kind: kind('focus'), id: fc.option(someId) }),
    update: fc.record({ kind: kind('update'), ...records }),
  };

const someCommand: fc.Arbitrary<Command> = fc.oneof(...Object.values(commandsByKind));

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
