import { describeMachine, describeTime } from './circumstances.ts';
import type { Measured } from './measure.ts';

/** The figures as a page of Markdown, with when and on what they were taken. */
export function printResults(measured: readonly Measured[], database: string, date: Date): string {
  const rows = measured.map(({ what, atOnce, ours, other, cost }) =>
    row([
      what,
      String(atOnce),
      ours.name,
      other.name,
      milliseconds(cost.ours.wall),
      milliseconds(cost.other.wall),
      ratio(cost.other.wall / cost.ours.wall),
      milliseconds(cost.ours.cpu),
      milliseconds(cost.other.cpu),
      ratio(cost.other.cpu / cost.ours.cpu),
    ]),
  );
  return [
    '# Figures',
    '',
    'Printed by `npx tsx bench/look-ups.ts`; `README.md` says how they are taken and what they do not say.',
    '',
    `- Taken: ${describeTime(date)}`,
    `- Machine: ${describeMachine()}; Node ${process.versions.node}; ${database}`,
    '',
    row([
      'What',
      'At a time',
      'Ours',
      'Against',
      'Ours, ms',
      'Against, ms',
      'Gain',
      'Ours, CPU ms',
      'Against, CPU ms',
      'CPU gain',
    ]),
    row(['---', ...Array.from({ length: 9 }, (_, index) => (index === 1 || index === 2 ? '---' : '---:'))]),
    ...rows,
    '',
    'Milliseconds an operation: the time of a round over the operations done in it, so that at 16 at a time it is',
    'the inverse of throughput, not what one client waits. CPU is that of the Node process alone. A gain above 1 is',
    'ours; below 1 it is the other’s.',
    '',
  ].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function milliseconds(value: number): string {
  return value >= 10 ? value.toFixed(1) : value.toFixed(3);
}

function ratio(value: number): string {
  return `${value.toFixed(2)} ×`;
}
