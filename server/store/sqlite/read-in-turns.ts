import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ReadOptions } from '../graph-store.ts';
import type { ReadAnswer, ReadPlan } from '../read-plan.ts';
import type { Connection } from './connection.ts';
import { runPlan } from './run-plan.ts';

/** Records that are read in one go. While they are, the thread answers nobody else. */
const TURN = 250;

/**
 * Runs a plan. One that names many records is read part by part, with a turn for others in between: every part is one
 * state of the graph, and a change may come between two of them, which whoever follows the changes then hears of.
 */
export async function readInTurns(
  connection: Connection,
  plan: ReadPlan,
  { signal }: ReadOptions = {},
): Promise<ReadAnswer> {
  const check = () => signal?.throwIfAborted();
  const run = <Part extends ReadPlan>(part: Part) =>
    runPlan({ connection, check }, part) as Extract<ReadAnswer, { kind: Part['kind'] }>;
  check();
  switch (plan.kind) {
    case 'nodesById':
      return { kind: plan.kind, nodes: await inTurns(plan.ids, check, (ids) => run({ ...plan, ids }).nodes) };
    case 'relationshipsById': {
      const read = (ids: typeof plan.ids) => run({ ...plan, ids }).relationships;
      return { kind: plan.kind, relationships: await inTurns(plan.ids, check, read) };
    }
    default:
      return run(plan);
  }
}

async function inTurns<Id, Tree>(
  ids: readonly Id[],
  check: () => void,
  read: (part: readonly Id[]) => readonly Tree[],
): Promise<readonly Tree[]> {
  const trees: Tree[] = [];
  for (let start = 0; start < ids.length; start += TURN) {
    if (start > 0) await nextTurn();
    check();
    trees.push(...read(ids.slice(start, start + TURN)));
  }
  return trees;
}
