import type { NodeId, RelationshipId } from '../../../../schema/ids.ts';
import {
  addCounts,
  noCounts,
  PartsLeft,
  partAsChange,
  refusedParts,
  requestOfParts,
} from '../../change-parts.ts';
import type { ChangeAbout, JournalRecord, PartsOutcome, PartsWork, PartWriter } from '../../graph-store.ts';
import { lookupsOf, settleChange } from '../../settle-change.ts';
import type { Connection } from '../connection.ts';
import { listAdjacent } from '../reads/list-adjacent.ts';
import { readLastChanges } from '../reads/read-journal.ts';
import { flattenRecords, readRecords } from '../reads/read-records.ts';
import { putMark } from './put-mark.ts';
import { ConstraintBroken } from './put-support.ts';
import { applyChanges, findExisting } from './write-change.ts';
import { startEntry } from './write-entry.ts';

/**
 * Applies a change in parts in a transaction that is open on this connection, and throws PartsLeft where it must be
 * rolled back. The connection is the change's own until then: others read the file beside it.
 */
export async function writeInParts(
  connection: Connection,
  about: ChangeAbout,
  work: PartsWork,
): Promise<PartsOutcome> {
  const entry = startEntry(connection);
  let counts = noCounts;
  // What the work has read since its last part it mostly puts next; nobody else can have changed it.
  const known = new Map<NodeId | RelationshipId, JournalRecord | null>();
  const parts: PartWriter = {
    records: async (ids) => {
      const read = readRecords(connection, ids);
      for (const id of ids) known.set(id, read.get(id) ?? null);
      return flattenRecords(read);
    },
    adjacent: async (question) => listAdjacent(connection, question),
    lastChanges: async (ids) => readLastChanges(connection, ids),
    put: async (part) => {
      const change = partAsChange(about, part);
      const settled = settleChange(change, findExisting(connection, lookupsOf(change), known));
      known.clear();
      if (settled.kind === 'refused') throw refusedParts(settled.problems);
      if (settled.kind !== 'changes') return noCounts;
      applyPart(connection, settled);
      entry.add(settled.items);
      counts = addCounts(counts, settled);
      return settled;
    },
  };
  const wish = await work(parts);
  if (wish === 'discard') throw new PartsLeft({ kind: 'discarded', ...counts });
  for (const mark of about.marks) putMark(connection, mark);
  if (entry.items() === 0) return { kind: 'unchanged' };
  return { kind: 'written', sequence: entry.close(about, requestOfParts(about)), ...counts };
}

function applyPart(connection: Connection, settled: Parameters<typeof applyChanges>[1]): void {
  try {
    applyChanges(connection, settled);
  } catch (error) {
    if (!(error instanceof ConstraintBroken)) throw error;
    const { record, message } = error;
    throw refusedParts([{ code: 'ID_TAKEN', record, message }]);
  }
}
