import type { MeasuredAction } from './visit.ts';

/**
 * Each thing as it cost least of all the times that it was done: other work on the machine only ever adds. A reader who
 * could not do it in time stands only where nobody could.
 */
export function quickestOf(visits: readonly (readonly MeasuredAction[])[]): readonly MeasuredAction[] {
  const [first = []] = visits;
  return first.map((given, index) =>
    visits.flatMap((actions) => actions[index] ?? []).reduce((best, each) => cheaper(best, each), given),
  );
}

function cheaper(one: MeasuredAction, other: MeasuredAction): MeasuredAction {
  const [cost, otherCost] = [one.cost?.task ?? Infinity, other.cost?.task ?? Infinity];
  const best = otherCost < cost ? other : one;
  return { ...best, wall: Math.min(one.wall, other.wall), answer: Math.min(one.answer, other.answer) };
}

/** The middle of what the main thread spent on it, over all times that it was done. */
export function middleOf(visits: readonly (readonly MeasuredAction[])[], what: string): number | null {
  const costs = visits.flatMap((actions) => find(actions, what)?.cost?.task ?? []).sort((a, b) => a - b);
  return costs[Math.floor(costs.length / 2)] ?? null;
}

/** The first thing whose words begin so. */
export function find(actions: readonly MeasuredAction[], begin: string): MeasuredAction | undefined {
  return actions.find(({ what }) => what.startsWith(begin));
}

/** Whole milliseconds; a dash for what was not measured. */
export function say(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : `${Math.round(value)}`;
}
