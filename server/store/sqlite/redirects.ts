import type { NodeId } from '../../../schema/ids.ts';
import type { GraphChange } from '../graph-store.ts';
import type { Connection } from './connection.ts';
import { listOf } from './reads/reading.ts';

/** Of these ids, those that no node has and that stand for another, with that one: one step. */
export function readRedirects(connection: Connection, ids: readonly NodeId[]): ReadonlyMap<NodeId, NodeId> {
  const sql = `
    SELECT r.from_id, r.to_id
    FROM json_each(?1) wanted CROSS JOIN redirect r
    WHERE r.from_id = wanted.value AND r.to_id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM node n WHERE n.id = r.from_id)`;
  const rows = connection.all(sql, [listOf(ids)]);
  return new Map(rows.map(({ from_id, to_id }) => [from_id as NodeId, to_id as NodeId]));
}

export function putRedirects(connection: Connection, redirects: NonNullable<GraphChange['redirects']>): void {
  const sql = `
    INSERT INTO redirect (from_id, to_id) VALUES (?1, ?2)
    ON CONFLICT (from_id) DO UPDATE SET to_id = excluded.to_id`;
  for (const { from, to } of redirects) connection.run(sql, [from, to]);
}
