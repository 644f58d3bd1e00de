import type { Seen } from '../../api/curating/outcome.ts';
import { isObject } from '../form/picked.ts';
import type { Saving } from './use-saving.ts';

/** What was seen, out of a kept draft. */
export function readSeen(kept: unknown): readonly Seen[] {
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((each: unknown) => {
    const { id, version } = isObject(each) ? each : {};
    return typeof id === 'string' && typeof version === 'number' ? [{ id, version }] : [];
  });
}

/** What was seen, now that the curator has looked at the record of a conflict, too. */
export function withSeen(
  seen: readonly Seen[],
  { record, version }: Extract<Saving, { kind: 'conflict' }>,
): readonly Seen[] {
  const others = seen.filter(({ id }) => id !== record);
  return version === 0 ? others : [...others, { id: record, version }];
}
