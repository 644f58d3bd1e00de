import { parseRelationshipId } from '../../../../schema/ids.ts';
import type { SeenRecord } from '../../../edits/seen-records.ts';
import { builder } from '../../builder.ts';
import { fail } from '../../failures.ts';
import { readNodeId } from '../../plan/node-selections.ts';

export interface GivenSeen {
  readonly id: string;
  readonly version: number;
}

const MOST = 200;

/** A record as whoever changes the graph saw it. */
export const SeenRecordInputRef = builder.inputRef<GivenSeen>('SeenRecordInput');

export function addSeenInput(): void {
  SeenRecordInputRef.implement({
    description: 'An entity or a relationship that was seen, with its version.',
    fields: (t) => ({ id: t.id({ required: true }), version: t.int({ required: true }) }),
  });
}

/** Null where nothing is said of what was seen. */
export function readSeen(given: readonly GivenSeen[] | null | undefined): readonly SeenRecord[] | null {
  if (!given) return null;
  if (given.length > MOST) fail('BAD_RANGE', `At most ${MOST} seen records at a time.`);
  return given.map(({ id, version }) => ({ id: parseRelationshipId(id) ?? readNodeId(id), version }));
}

/** What a mutation says of its field `seen`; `like` are the records that are looked for. */
export function sayOfSeen(like: string): string {
  return `${like} that were seen, be it none: one that has come since, was changed or is gone is a conflict. Left out, that is not looked at.`;
}
