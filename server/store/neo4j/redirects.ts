import type { NodeId } from '../../../schema/ids.ts';
import type { GraphChange } from '../graph-store.ts';
import type { Run } from './connection.ts';
import type { Query } from './plan/plan-to-cypher.ts';
import type { Row } from './values.ts';

/**
 * Of these ids, those that no node has and that stand for another, with that one: one step. Where none stands for another,
 * as in most graphs, no id is looked for.
 */
export function redirectsQuery(ids: readonly NodeId[]): Query {
  return {
    text: `MATCH (any:_Redirect) WITH any LIMIT 1
UNWIND $ids AS id MATCH (r:_Redirect {from: id})
WHERE r.to IS NOT NULL AND NOT EXISTS { MATCH (:Entity {id: id}) }
RETURN id, r.to AS to`,
    parameters: { ids },
  };
}

export function rowsToRedirects(rows: readonly Row[]): ReadonlyMap<NodeId, NodeId> {
  return new Map(rows.map(({ id, to }) => [id as NodeId, to as NodeId]));
}

export async function putRedirects(
  run: Run,
  redirects: NonNullable<GraphChange['redirects']>,
): Promise<void> {
  if (redirects.length === 0) return;
  const text = 'UNWIND $rows AS row MERGE (r:_Redirect {from: row.from}) SET r.to = row.to';
  await run({ text, parameters: { rows: redirects } });
}
