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
  const reading = { connection, check: () => signal?.throwIfAborted() };
  signal?.throwIfAborted();
  if ((plan.kind !== 'nodesById' && plan.kind !== 'relationshipsById') || plan.ids.length <= TURN)
    return runPlan(reading, plan);
  const parts: ReadAnswer[] = [];
  for (let start = 0; start < plan.ids.length; start += TURN) {
    if (start > 0) await nextTurn();
    signal?.throwIfAborted();
    parts.push(runPlan(reading, partOf(plan, start)));
  }
  return plan.kind === 'nodesById'
    ? { kind: plan.kind, nodes: parts.flatMap((part) => (part.kind === 'nodesById' ? part.nodes : [])) }
    : {
        kind: plan.kind,
        relationships: parts.flatMap((part) => (part.kind === 'relationshipsById' ? part.relationships : [])),
      };
}

function partOf(plan: Extract<ReadPlan, { ids: unknown }>, start: number): ReadPlan {
  return plan.kind === 'nodesById'
    ? { ...plan, ids: plan.ids.slice(start, start + TURN) }
    : { ...plan, ids: plan.ids.slice(start, start + TURN) };
}
