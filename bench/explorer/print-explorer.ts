import { cpus, loadavg } from 'node:os';
import { describeMachine, describeTime } from '../circumstances.ts';
import { type Budget, budgetsOf } from './budgets.ts';
import type { MeasuredView } from './measure-explorer.ts';
import { find, quickestOf, say } from './quickest.ts';
import type { MeasuredAction } from './visit.ts';

/** The figures as a page of Markdown, with when and on what they were taken. */
export function printExplorer(views: readonly MeasuredView[], browser: string, date: Date): string {
  const [load = 0] = loadavg();
  return [
    '# Figures of the explorer',
    '',
    'Printed by `npm run bench:explorer`; `README.md` says how they are taken and what they do not say.',
    '',
    `- Taken: ${describeTime(date)}`,
    `- Machine: ${describeMachine()}, no GPU; Node ${process.versions.node}; Chromium ${browser}, headless, 1440 × 900`,
    `- Other work on the machine: ${load.toFixed(1)} processes wanted its ${cpus().length} cores at the end; the clock suffers from it, CPU hardly does`,
    '',
    '## Budgets',
    '',
    row(['What', 'Target', 'Measured', 'Met']),
    row(['---', '---', '---', '---']),
    ...budgetsOf(views).map(printBudget),
    '',
    ...views.flatMap(printView),
  ].join('\n');
}

function printBudget({ what, target, measured, isMet }: Budget): string {
  return row([what, target, measured, isMet === null ? 'not measured' : isMet ? 'yes' : '**no**']);
}

function printView({ nodes, lines, visits, vitals, mounts, bare }: MeasuredView): readonly string[] {
  const actions = quickestOf(visits);
  return [
    `## ${nodes.toLocaleString('en-GB')} nodes, ${lines.toLocaleString('en-GB')} lines`,
    '',
    row([
      'What',
      'Main thread',
      'of it script',
      'Renderer, all threads',
      'Server',
      'Layouts',
      'Clock',
      'Answer',
      '',
    ]),
    row(['---', '---:', '---:', '---:', '---:', '---:', '---:', '---:', '---']),
    ...actions.map(printAction),
    '',
    `Each as it cost least of ${visits.length} new readers. Milliseconds: the first four of CPU, the others of the clock. “Answer” is the longest from a press or a click to the frame that shows what it did, as Chromium tells it (0: below 16).`,
    '',
    `LCP ${Math.round(vitals.lcp)} ms of the clock, CLS ${vitals.cls.toFixed(3)}.`,
    '',
    ...(mounts
      ? [
          `What the page holds while its canvas is mounted ${mounts.count} times:`,
          '',
          row(['After', 'Heap, MB', 'Listeners', 'DOM nodes', 'Workers']),
          row(['---:', '---:', '---:', '---:', '---:']),
          ...mounts.states.map(({ after, state }) =>
            row([
              `${after}`,
              state.heap.toFixed(1),
              `${state.listeners}`,
              `${state.nodes}`,
              `${state.workers}`,
            ]),
          ),
          '',
        ]
      : ['The mounts were given up.', '']),
    ...printBare(actions, bare),
  ];
}

/** The same things by their names; drawing the view is no more than a part of what an opening does. */
const alike: readonly (readonly [bare: string, ours: string])[] = [
  ['draw the view', 'first paint of the view'],
  ['pan', 'pan'],
  ['expand', 'expand: '],
  ['undo it', 'undo it'],
  ['expand once more', 'expand once more'],
];

function printBare(actions: readonly MeasuredAction[], bare: readonly MeasuredAction[]): readonly string[] {
  if (bare.length === 0) return [];
  const cells = alike.map(([what, ours]) => {
    const [base, cost] = [find(bare, what)?.cost?.task, find(actions, ours)?.cost?.task];
    const ratio = base && cost !== undefined ? (cost / base).toFixed(2) : '–';
    return row([what, say(base), say(cost), ratio]);
  });
  return [
    'The same view on a page that has nothing but Cytoscape, in the same run: shapes of one colour with their names, straight lines, the places known; no panels, no counts, nothing asked of a server. Milliseconds of the main thread:',
    '',
    row(['What', 'Cytoscape alone', 'The explorer', 'Explorer / Cytoscape']),
    row(['---', '---:', '---:', '---:']),
    ...cells,
    '',
  ];
}

function printAction({ what, cost, wall, answer, note }: MeasuredAction): string {
  const figures = cost ? [cost.task, cost.script, cost.renderer, cost.server, cost.layouts] : [];
  return row([
    what,
    ...(cost ? figures.map((figure) => `${Math.round(figure)}`) : Array.from({ length: 5 }, () => '–')),
    `${Math.round(wall)}`,
    `${Math.round(answer)}`,
    note,
  ]);
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
