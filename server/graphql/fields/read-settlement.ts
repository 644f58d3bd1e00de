import type { NodeId, RelationshipId } from '../../../schema/ids.ts';
import { findSettlement, type StandingOf } from '../../graph/find-settlement.ts';
import type { GraphStore, RecordChange } from '../../store/graph-store.ts';

/** Changes of a record that are read at a time, and how many of them are looked through. */
const PAGE = 20;
const LOOKED_THROUGH = 500;

/** The change by which the standing of something in a record came to be what it is; null where none of them did. */
export async function readSettlement(
  store: Pick<GraphStore, 'history'>,
  record: NodeId | RelationshipId,
  standingOf: StandingOf,
): Promise<RecordChange | null> {
  let before: number | null = null;
  for (let seen = 0; seen < LOOKED_THROUGH; seen += PAGE) {
    const changes: readonly RecordChange[] = await store.history({ record, before, limit: PAGE });
    const found = findSettlement(changes, standingOf);
    if (found || changes.length < PAGE) return found;
    before = changes.at(-1)?.entry.sequence ?? null;
  }
  return null;
}
