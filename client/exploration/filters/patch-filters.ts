import type { Command } from '../commands.ts';
import type { Exploration } from '../exploration.ts';
import type { Patch } from '../patch.ts';
import { isOnlyFacet, switchFacet } from './facets.ts';
import { allTime, isSameTime } from './time-filter.ts';

export type FilterCommand = Extract<
  Command,
  { kind: 'filterFacet' | 'showOnlyFacet' | 'showAll' | 'clearFilters' | 'filterDemand' | 'filterTime' }
>;

/** What a command that filters changes in this state. Filters alone change: what they leave out stays as it is. */
export function patchFilters(state: Exploration, command: FilterCommand): Patch {
  switch (command.kind) {
    case 'filterFacet': {
      const { dimension, key, shown } = command;
      const before = state.filters.get(dimension);
      const after = switchFacet(before, key, shown);
      return after === before ? {} : { filters: [[dimension, after]] };
    }
    case 'showOnlyFacet':
      return isOnlyFacet(state.filters, command)
        ? {}
        : { filters: [[command.dimension, { kind: 'only', keys: new Set([command.key]) }]] };
    case 'showAll':
      return {
        filters: command.dimensions
          .filter((each) => state.filters.has(each))
          .map((each) => [each, undefined]),
      };
    case 'clearFilters':
      return {
        filters: [...state.filters.keys()].map((dimension) => [dimension, undefined]),
        only: [...state.only].map((demand) => [demand, false]),
        values: state.time.kind === 'all' ? {} : { time: allTime },
      };
    case 'filterDemand':
      return command.on === state.only.has(command.demand) ? {} : { only: [[command.demand, command.on]] };
    case 'filterTime':
      return isSameTime(command.time, state.time) ? {} : { values: { time: command.time } };
  }
}
