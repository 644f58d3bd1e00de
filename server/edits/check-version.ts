import type { JournalRecord } from '../store/graph-store.ts';
import type { RecordId } from './asking.ts';
import type { EditProblem } from './edit.ts';

/** The conflict where a record is not as its editor saw it: changed since, or merged into another. */
export function conflictWith(
  { record }: JournalRecord,
  seen: RecordId,
  expectedVersion: number,
): EditProblem | null {
  if (record.id === seen && record.version === expectedVersion) return null;
  return { kind: 'conflict', record: record.id, expected: expectedVersion, current: record.version };
}
