import type { RelationshipId } from '../../schema/ids.ts';
import type { GraphRecords } from '../../schema/records.ts';
import { relationshipTypeNames } from '../../schema/relationship-types.ts';
import type { GraphStore, JournalRecord } from '../store/graph-store.ts';
import { groupRecords } from '../store/settle-change.ts';

/** Records that are read at once. */
const PAGE = 500;

export type RecordReader = Pick<GraphStore, 'nodeIds' | 'records' | 'upkeep'>;

/**
 * Every record with what it rests on, page by page: nodes by id, then relationships by type in the order of the
 * table and by id. The same order on every store. Others may write meanwhile.
 */
export async function* walkRecords(
  store: RecordReader,
  signal?: AbortSignal,
): AsyncGenerator<readonly JournalRecord[]> {
  const read = async (ids: Parameters<GraphStore['records']>[0]) => {
    signal?.throwIfAborted();
    const found = groupRecords(await store.records(ids));
    return ids.flatMap((id) => found.get(id) ?? []);
  };
  for (let after: Awaited<ReturnType<GraphStore['nodeIds']>>[number] | null = null; ; ) {
    const ids = await store.nodeIds({ types: null, after, limit: PAGE });
    if (ids.length === 0) break;
    yield await read(ids);
    after = ids.at(-1) ?? null;
  }
  for (const type of relationshipTypeNames)
    for (let after: RelationshipId | null = null; ; ) {
      signal?.throwIfAborted();
      const records: GraphRecords = await store.upkeep.relationships({ type, after, limit: PAGE });
      const last = records.relationships.at(-1);
      if (!last) break;
      yield [...groupRecords(records).values()];
      after = last.id;
    }
}
