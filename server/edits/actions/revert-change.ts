import type { JournalRecord, RecordChange } from '../../store/graph-store.ts';
import type { Asking, RecordId } from '../asking.ts';
import { DraftBuilder } from '../drafts/draft-builder.ts';
import { KnownGraph } from '../drafts/known-graph.ts';
import { isNodeGroup } from '../drafts/record-groups.ts';
import { type Edit, type InvalidInput, invalid, missing, refused } from '../edit.ts';
import { givenValues } from '../given-values.ts';

export interface RevertChangeInput {
  /** The entry of the journal. */
  readonly sequence: number;
  /** Whether later changes that were built on it are taken back too. */
  readonly withLater: boolean;
  /** More records than this are not taken back: those of an import are not by somebody who has not seen how many. */
  readonly mostRecords: number;
}

/** What reverting leaves of a record, and what it must be now for that. */
interface Reverted {
  /** Null where it was not there. */
  readonly before: JournalRecord | null;
  readonly after: JournalRecord | null;
}

/**
 * Takes a change back: every record is put as it was before. What only follows from other values is settled anew, so
 * that it binds nobody. A record that somebody has changed since, or leaned on, holds the change in place, unless the
 * changes that did so are taken back as well.
 */
export function* revertChange({ sequence, withLater, mostRecords }: RevertChangeInput): Edit {
  const known = new KnownGraph();
  const changes = new Map<number, readonly RecordChange[]>();
  if (!(yield* addEntry(changes, sequence)))
    return refused(missing('sequence', String(sequence), 'change that could be taken back'));
  for (;;) {
    const reverted = revertedBy(changes);
    const builtOn = yield* findBuiltOn(known, reverted);
    if (reverted.size > mostRecords) return refused(tooMany(reverted.size, mostRecords));
    if (builtOn.length === 0) return draftOf(known, reverted);
    let grown = false;
    if (withLater)
      for (const { entry } of (yield { kind: 'later', records: builtOn, after: sequence }).changes)
        grown = (yield* addEntry(changes, entry.sequence)) || grown;
    if (!grown) return refused({ kind: 'built on', records: builtOn });
  }
}

/** That more records would be taken back than were allowed. */
export function tooMany(records: number, most: number): InvalidInput {
  const message = `It would take back ${records} records, and ${most} are allowed: allow as many, if that is what you want.`;
  return invalid('mostRecords', message);
}

/** False where it is there already, or cannot be read whole. */
function* addEntry(changes: Map<number, readonly RecordChange[]>, sequence: number): Asking<boolean> {
  if (changes.has(sequence)) return false;
  const found = (yield { kind: 'entry', sequence }).changes;
  if (found.length === 0) return false;
  changes.set(sequence, found);
  return true;
}

/** Each record as it was before the first of the changes that gave it something, and after the last of them. */
function revertedBy(changes: ReadonlyMap<number, readonly RecordChange[]>): Map<RecordId, Reverted> {
  const reverted = new Map<RecordId, Reverted>();
  const inOrder = [...changes].sort(([a], [b]) => a - b).flatMap(([, items]) => items);
  for (const { item } of inOrder) {
    const { record, before, after } = item;
    // Dates and disputes that followed from the change follow from its reversal as well.
    if (givenValues(before) === givenValues(after)) continue;
    const known = reverted.get(record);
    reverted.set(record, { before: known ? known.before : before, after });
  }
  return reverted;
}

/** Records that are not as the changes left them, and those that lean on what would go. */
function* findBuiltOn(
  known: KnownGraph,
  reverted: ReadonlyMap<RecordId, Reverted>,
): Asking<readonly RecordId[]> {
  yield* known.readRecords(reverted.keys());
  const builtOn = new Set<RecordId>();
  for (const [id, { after }] of reverted)
    if (givenValues(known.get(id)) !== givenValues(after)) builtOn.add(id);
  const going = [...reverted].flatMap(([id, { before }]) => {
    const group = known.get(id);
    return before === null && group && isNodeGroup(group) ? [group.record] : [];
  });
  yield* known.readTouching(
    going.map(({ id }) => id),
    null,
  );
  for (const { id, type } of going) {
    for (const relationship of known.relationshipsOf(id))
      if (!reverted.has(relationship.id)) builtOn.add(relationship.id);
    if (type === 'Document')
      for (const resting of yield* known.readResting(id)) if (!reverted.has(resting)) builtOn.add(resting);
  }
  return [...builtOn];
}

function draftOf(known: KnownGraph, reverted: ReadonlyMap<RecordId, Reverted>) {
  const draft = new DraftBuilder(known);
  for (const [id, { before }] of reverted) {
    if (before) draft.put(before);
    else if (known.get(id)) draft.remove(id);
  }
  return draft.result();
}
