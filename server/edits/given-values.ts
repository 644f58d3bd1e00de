import { nodeTypeRow } from '../../schema/node-types.ts';
import type { JournalRecord } from '../store/graph-store.ts';
import { canonicalText } from '../store/journal/canonical-text.ts';

/**
 * What of a record was given by somebody, as text that can be compared: without what follows from it, which are
 * dates, grades, made names, what is disputed, and standings that nobody set. Null where there is no record.
 */
export function givenValues(group: JournalRecord | null | undefined): string | null {
  if (!group) return null;
  const { record, evidence, statements } = group;
  const { version: _version, disputed: _disputed, properties, ...rest } = record;
  const given = Object.entries(properties).filter(([name, value]) => !follows(record, name, value));
  return canonicalText([
    rest,
    Object.fromEntries(given),
    evidence,
    statements.map(({ standing, ...statement }) => [standing === 'rejected', statement]),
  ]);
}

function follows(record: JournalRecord['record'], name: string, value: unknown): boolean {
  if ('from' in record) return false;
  if (name === 'date' || name === 'grade') return true;
  if (name === 'name') return nodeTypeRow(record.type).title !== undefined;
  return name === 'standing' && record.type === 'Judgement' && value !== 'rejected';
}
