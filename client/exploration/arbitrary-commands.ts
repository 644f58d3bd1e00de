import fc from 'fast-check';
import { nodeTypeNames } from '../../schema/node-types.ts';
import { partialDate } from '../../schema/parse-partial-date.ts';
import { arrangementNames } from './arrangements.ts';
import type { Command } from './commands.ts';
import { emptyExploration } from './exploration.ts';
import type { Facet, FacetDimension } from './filters/facets.ts';
import { allTime, type TimeFilter } from './filters/time-filter.ts';
import { exploreSmallWorld, smallWorld } from './small-world.ts';
import { toneChoices, typeSizes } from './type-looks.ts';

/* Commands at random on the small world, for the tests. */

const ids = smallWorld.nodes.map(({ record }) => record.id);
const someId = fc.constantFrom(...ids);
const someIds = fc.uniqueArray(someId, { maxLength: 4 });
const someNodes = fc.subarray([...smallWorld.nodes]);
const someRelationships = fc.subarray([...smallWorld.relationships]);
// With more digits than a place keeps.
const someNumber = fc.double({ min: -9_000, max: 9_000, noNaN: true });
const somePositions = fc.array(fc.tuple(someId, fc.record({ x: someNumber, y: someNumber })), {
  maxLength: 4,
});
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
export const commandsByKind: {
  readonly [Kind in Command['kind']]: fc.Arbitrary<Extract<Command, { kind: Kind }>>;
} = {
  open: fc.record({
    kind: kind('open'),
    exploration: fc.constantFrom(exploreSmallWorld(), emptyExploration),
    as: fc.constant('a link'),
  }),
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
  move: fc.record({ kind: kind('move'), positions: somePositions, byKey: fc.boolean() }),
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
  select: fc.record({ kind: kind('select'), ids: someIds, follows: fc.boolean() }),
  focus: fc.record({ kind: kind('focus'), id: fc.option(someId) }),
  update: fc.record({ kind: kind('update'), ...records }),
};

export const someCommand: fc.Arbitrary<Command> = fc.oneof(...Object.values(commandsByKind));
