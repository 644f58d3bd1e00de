import type { MeasuredView } from './measure-explorer.ts';
import { MOVES } from './pan-by-hand.ts';
import { find, middleOf, quickestOf, say } from './quickest.ts';

/** What the explorer must not cost, and what it does; null where it was not measured. */
export interface Budget {
  readonly what: string;
  readonly target: string;
  readonly measured: string;
  readonly isMet: boolean | null;
}

/** Growth of the heap that is no leak: what a collection leaves differs by so many megabytes. */
const NOISE = 2;

/** The budgets of the explorer (issue 4). Those of a clock are judged by CPU where CPU can stand for it. */
export function budgetsOf(views: readonly MeasuredView[]): readonly Budget[] {
  return views.flatMap((view) => (view.nodes < 5_000 ? budgetsOfUsual(view) : budgetsOfLarge(view)));
}

function budgetsOfUsual({ nodes, openings, visits, vitals, mounts }: MeasuredView): readonly Budget[] {
  const of = `${nodes.toLocaleString('en-GB')} nodes: `;
  const actions = quickestOf(visits);
  const longest = visits.map((visit) => Math.max(...visit.map(({ answer }) => answer))).sort((a, b) => a - b);
  const pan = find(actions, 'pan');
  const expand = find(actions, 'expand');
  const again = find(actions, 'expand once more')?.cost?.task ?? null;
  const answer = Math.max(...actions.map((action) => action.answer));
  return [
    budget(`${of}first paint`, '< 1,500 ms', openings[0] ?? null, {
      isMet: (value) => value < 1_500,
      say: (value) =>
        `all drawn after ${Math.round(value)} ms of the clock, the quickest of ${openings.length} openings by new readers (middle: ${Math.round(middle(openings))})`,
    }),
    budget(`${of}panning`, '≥ 30 frames a second', pan?.cost ? (1000 * MOVES) / pan.cost.task : null, {
      isMet: (value) => value >= 30,
      say: (value) => `main thread has room for ${Math.floor(value)}`,
    }),
    budget(`${of}expanding`, '≤ 100 ms of main thread', expand?.cost?.task ?? null, {
      isMet: (value) => value <= 100,
      say: (value) =>
        `${Math.round(value)} ms the first time, the quickest of ${visits.length} new readers (middle: ${say(middleOf(visits, 'expand: '))}); once more ${say(again)} ms (${say(middleOf(visits, 'expand once more'))})`,
    }),
    budget('Memory', 'flat over 50 mounts', growth(mounts), {
      isMet: (value) => value < NOISE,
      say: (value) => `${value.toFixed(1)} MB more after the last than after the fourth`,
    }),
    budget('LCP', '≤ 1,500 ms', vitals.lcp, {
      isMet: (value) => value <= 1_500,
      say: (value) => `${Math.round(value)} ms by the clock`,
    }),
    budget('INP', '≤ 100 ms', answer, {
      isMet: (value) => value <= 100,
      say: (value) =>
        `the longest answer took ${Math.round(value)} ms by the clock, each at its quickest (middle reader: ${Math.round(middle(longest))})`,
    }),
    budget('CLS', '≤ 0.02', vitals.cls, {
      isMet: (value) => value <= 0.02,
      say: (value) => value.toFixed(3),
    }),
  ];
}

function budgetsOfLarge({ nodes, visits, mounts }: MeasuredView): readonly Budget[] {
  const of = `${nodes.toLocaleString('en-GB')} nodes: `;
  const shown = find(quickestOf(visits), 'show everything');
  return [
    budget(`${of}opening`, 'they open, with a message above', shown?.cost?.task ?? null, {
      isMet: () => nodes >= 10_000,
      say: (value) => `they do; ${Math.round(value)} ms of main thread`,
    }),
    budget(`${of}memory`, 'flat', growth(mounts), {
      isMet: (value) => value < NOISE,
      say: (value) => `${value.toFixed(1)} MB more after ${mounts?.count} mounts than after the fourth`,
    }),
  ];
}

function budget(
  what: string,
  target: string,
  value: number | null,
  { isMet, say }: { readonly isMet: (value: number) => boolean; readonly say: (value: number) => string },
): Budget {
  if (value === null || Number.isNaN(value)) return { what, target, measured: '–', isMet: null };
  return { what, target, measured: say(value), isMet: isMet(value) };
}

function middle(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Megabytes; null where the mounts were given up. */
function growth(mounts: MeasuredView['mounts']): number | null {
  const [first] = mounts?.states ?? [];
  const last = mounts?.states.at(-1);
  return first && last ? last.state.heap - first.state.heap : null;
}
