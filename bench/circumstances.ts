import { cpus, totalmem } from 'node:os';

/** The machine that a bench runs on: its cores with their model, and its memory. */
export function describeMachine(): string {
  const cores = cpus();
  return `${cores.length} × ${cores[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}`;
}

/** When a bench was run, to the minute. */
export function describeTime(date: Date): string {
  return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
