import type { NodeId } from '../../../schema/ids.ts';
import { conflictWith } from '../check-version.ts';
import { DraftBuilder } from '../drafts/draft-builder.ts';
import { KnownGraph } from '../drafts/known-graph.ts';
import { type Edit, invalid, missing, refused } from '../edit.ts';

export interface RemoveEntityInput {
  readonly id: NodeId;
  readonly expectedVersion: number;
  /** Whether its relationships go with it; without that one that has any stays. */
  readonly withRelationships: boolean;
}

/** Takes a node out of the graph. What rests on it as a document must be taken off it before. */
export function* removeEntity({ id, expectedVersion, withRelationships }: RemoveEntityInput): Edit {
  const known = new KnownGraph();
  yield* known.readRecords([id]);
  const group = known.node(id);
  if (!group) return refused(missing('id', id, 'node'));
  const conflict = conflictWith(group, id, expectedVersion);
  if (conflict) return refused(conflict);
  yield* known.readTouching([id], null);
  const touching = known.relationshipsOf(id);
  if (touching.length > 0 && !withRelationships) {
    const message = `${touching.length} relationships touch it: remove them with it, or first`;
    return refused(invalid('withRelationships', message, 'STILL_REFERENCED'));
  }
  const goes = new Set<string>([id, ...touching.map((relationship) => relationship.id)]);
  if (group.record.type === 'Document') {
    const resting = (yield* known.readResting(id)).filter((record) => !goes.has(record));
    if (resting.length > 0) {
      const message = `${resting.length} records rest on it, “${resting[0]}” among them`;
      return refused(invalid('id', message, 'STILL_REFERENCED'));
    }
  }
  const draft = new DraftBuilder(known);
  draft.remove(id);
  for (const relationship of touching) draft.remove(relationship.id);
  // An id that stood for another node after a merge that was taken back stands for none now.
  draft.redirect(id, null);
  return draft.result();
}
