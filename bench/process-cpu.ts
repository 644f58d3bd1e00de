import { readFileSync } from 'node:fs';

/** Linux counts the time of processes in hundredths of a second, whatever its clock. */
const TICK = 10;

/** Milliseconds that a process has used of the processors so far, in its own code and in the system's on its behalf. */
export function cpuOf(pid: number): number {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name of the program stands in brackets and may hold anything; the fields after it are numbers.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK;
}
