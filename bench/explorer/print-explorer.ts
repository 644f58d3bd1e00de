import { cpus, totalmem } from 'node:os';
import type { MeasuredView } from './measure-explorer.ts';

/** The figures as a page of Markdown, with when and on what they were taken. */
export function printExplorer(views: readonly MeasuredView[], browser: string, date: Date): string {
  const [cpu] = cpus();
  const machine = `${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB`;
  return [
    '# Figures of the explorer',
    '',
    'Printed by `npm run bench:explorer`; `README.md` says how they are taken and what they do not say.',
    '',
    `- Taken: ${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    `- Machine: ${machine}, ${process.platform}, no GPU; Node ${process.versions.node}; Chromium ${browser}, headless, 1440 × 900`,
    '',
    ...views.flatMap(printView),
  ].join('\n');
}

function printView(view: MeasuredView): readonly string[] {
  const { nodes, lines, actions, vitals, before, after, mounts } = view;
  return [
    `## ${nodes.toLocaleString('en-GB')} nodes, ${lines.toLocaleString('en-GB')} lines`,
    '',
    row(['What', 'Main thread, CPU ms', 'of it script, ms', 'Layouts', 'Clock, ms', '']),
    row(['---', '---:', '---:', '---:', '---:', '---']),
    ...actions.map(({ what, cost, wall, note }) =>
      row([
        what,
        `${Math.round(cost.task)}`,
        `${Math.round(cost.script)}`,
        `${cost.layouts}`,
        `${Math.round(wall)}`,
        note,
      ]),
    ),
    '',
    `LCP ${Math.round(vitals.lcp)} ms, CLS ${vitals.cls.toFixed(3)}, longest event ${Math.round(vitals.longestEvent)} ms by the clock.`,
    `Of ${mounts} mounts, after the fourth and after the last: heap ${before.heap.toFixed(1)} → ${after.heap.toFixed(1)} MB, listeners ${before.listeners} → ${after.listeners}, DOM nodes ${before.nodes} → ${after.nodes}, workers ${before.workers} → ${after.workers}.`,
    '',
  ];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
