import { describeMachine, describeTime } from '../circumstances.ts';
import type { ImportedAll } from '../import/import-tables.ts';
import type { ServerLoad, Spread } from './measured-server.ts';

export interface MeasuredPhase extends ServerLoad {
  readonly name: string;
  /** Seconds. */
  readonly wall: number;
  /** How long each answer took, in milliseconds. */
  readonly lookUps: readonly number[];
  readonly paths: readonly number[];
}

interface Circumstances {
  readonly nodes: number;
  readonly tables: ImportedAll['tables'];
  readonly date: Date;
}

/** The figures as a page of Markdown, with when and on what they were taken. */
export function printMixed(phases: readonly MeasuredPhase[], { nodes, tables, date }: Circumstances): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return [
    `- Taken: ${describeTime(date)}`,
    `- Machine: ${describeMachine()}; Node ${process.versions.node}`,
    `- A generated graph of ${print(nodes)} nodes; ${tables.length} tables of ${print(rows)} rows were imported`,
    '',
    row([
      'What is done at a time',
      'Seconds',
      'Event loop late, ms (p50, p99, most)',
      'Late by its own work, ms',
      'Look-ups',
      'Their answers, ms (p50, p99, most)',
      'Paths',
      'Their answers, ms (p50, p99, most)',
      'CPU of the server, s',
    ]),
    row(['---', ...Array.from({ length: 8 }, () => '---:')]),
    ...phases.map(({ name, wall, late, held, lookUps, paths, cpu: own }) =>
      row([
        name,
        wall.toFixed(0),
        spread(late),
        spread(held),
        print(lookUps.length),
        spread(spreadOf(lookUps)),
        print(paths.length),
        paths.length > 0 ? spread(spreadOf(paths)) : '',
        own.toFixed(1),
      ]),
    ),
    '',
  ].join('\n');
}

function spreadOf(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { middle: at(0.5), p99: at(0.99), most: at(1) };
}

function spread({ middle, p99, most }: Spread): string {
  return [middle, p99, most].map((value) => value.toFixed(1)).join(', ');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function print(number: number): string {
  return number.toLocaleString('en-GB');
}
