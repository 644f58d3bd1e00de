import type { ReadOptions } from '../../graph-store.ts';
import type { NodeSelection, ReadAnswer, ReadPlan } from '../../read-plan.ts';
import { idOfNodeRow, planAnswer } from '../plan/plan-answer.ts';
import { nodesById, type Query } from '../plan/plan-to-cypher.ts';
import type { Row } from '../values.ts';
import type { SharedLookUp } from './share-look-ups.ts';

type NodesByIdPlan = Extract<ReadPlan, { kind: 'nodesById' }>;

/**
 * Runs a plan of nodes by id, together with others that differ in their ids alone: equal text and equal values
 * bring equal trees, because every limit inside counts for each node by itself. Every reader has the same rights,
 * so that those are no part of the key.
 */
export async function readNodesById(
  share: SharedLookUp<Row>,
  read: (query: Query, options?: ReadOptions) => Promise<readonly Row[]>,
  plan: NodesByIdPlan,
  options?: ReadOptions,
): Promise<ReadAnswer> {
  const { text, parameters } = nodesById(plan.select);
  const lookUp = async (ids: readonly string[], signal: AbortSignal) => {
    const rows = await read({ text, parameters: { ...parameters, ids } }, { signal });
    return new Map(rows.map((row) => [idOfNodeRow(row), row]));
  };
  const found = await share(keyOf(plan.select), plan.ids, lookUp, options?.signal);
  const own = plan.ids.map((id) => found.get(id)).filter((row) => row !== undefined);
  return planAnswer(plan, [...new Set(own)]);
}

const keys = new WeakMap<NodeSelection, string>();

/** Equal for selections that make the same query with the same values. */
function keyOf(select: NodeSelection): string {
  const known = keys.get(select);
  if (known !== undefined) return known;
  const { text, parameters } = nodesById(select);
  const key = `${JSON.stringify(parameters)}\n${text}`;
  keys.set(select, key);
  return key;
}
