import { describeMachine, describeTime } from '../circumstances.ts';
import type { ImportedAll } from './import-tables.ts';

export interface MeasuredImport {
  readonly store: string;
  readonly first: ImportedAll;
  /** The same files once more. */
  readonly again: ImportedAll;
  /** Of all that the store keeps on disk, in bytes. */
  readonly size: number;
  /** Seconds and bytes of a database that is a process of its own. */
  readonly databaseCpu: number | null;
  readonly databaseMemory: number | null;
}

/** The figures as a page of Markdown, with when and on what they were taken. */
export function printImports(measured: readonly MeasuredImport[], date: Date): string {
  return [
    `- Taken: ${describeTime(date)}`,
    `- Machine: ${describeMachine()}; Node ${process.versions.node}`,
    '',
    row([
      'Store',
      'Rows',
      'Inspections',
      'a minute',
      'a CPU-minute',
      'Wall, s',
      'CPU, s',
      'Peak memory, MB',
      'Disk, MB',
      'Again, CPU s',
    ]),
    row(['---', ...Array.from({ length: 9 }, () => '---:')]),
    ...measured.map(totals),
    '',
    ...measured.flatMap(({ store, first }) => [
      `## ${store}, table by table`,
      '',
      row(['Table', 'Rows', 'Created', 'Changed', 'Wall, s', 'CPU, s']),
      row(['---', ...Array.from({ length: 5 }, () => '---:')]),
      ...first.tables.map(({ table, rows, created, changed, wall, cpu: own }) =>
        row([table, print(rows), print(created), print(changed), wall.toFixed(1), own.toFixed(1)]),
      ),
      '',
    ]),
  ].join('\n');
}

function totals({ store, first, again, size, databaseCpu, databaseMemory }: MeasuredImport): string {
  if (again.tables.some(({ kind }) => kind === 'imported'))
    throw new Error(`importing again has changed the graph in ${store}`);
  const sum = (of: ImportedAll, key: 'rows' | 'wall' | 'cpu') =>
    of.tables.reduce((total, table) => total + table[key], 0);
  const inspections = first.counts.find(({ key }) => key === 'Inspection')?.count ?? 0;
  const [wall, cpu] = [sum(first, 'wall'), sum(first, 'cpu')];
  const both = (own: string, other: string | null) => (other === null ? own : `${own} + ${other}`);
  return row([
    store,
    print(sum(first, 'rows')),
    print(inspections),
    print(Math.round((inspections / wall) * 60)),
    print(Math.round((inspections / (cpu + (databaseCpu ?? 0))) * 60)),
    wall.toFixed(0),
    both(cpu.toFixed(0), databaseCpu === null ? null : databaseCpu.toFixed(0)),
    both(megabytes(first.peak), databaseMemory === null ? null : megabytes(databaseMemory)),
    megabytes(size),
    sum(again, 'cpu').toFixed(0),
  ]);
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function megabytes(bytes: number): string {
  return print(Math.round(bytes / 1e6));
}

function print(number: number): string {
  return number.toLocaleString('en-GB');
}
