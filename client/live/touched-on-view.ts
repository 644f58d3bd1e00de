import type { NodeId, RelationshipId } from '../../schema/ids.ts';
import type { LiveEntry } from '../api/live.ts';
import type { Exploration } from '../exploration/exploration.ts';

/** What of a view some changes touched: nodes to load anew, and records that are no longer in the graph. */
export interface Touched {
  readonly load: readonly NodeId[];
  readonly gone: readonly (NodeId | RelationshipId)[];
}

/** More nodes than this are not loaded at once. */
const LOAD_LIMIT = 2_000;

/**
 * What of the view these entries touched. A relationship touches it where both of its ends are there; an entry that
 * was told as a summary may have touched everything.
 */
export function touchedOnView(view: Exploration, entries: readonly LiveEntry[]): Touched {
  if (entries.some(({ items }) => items === null))
    return { load: [...view.nodes.keys()].slice(0, LOAD_LIMIT), gone: [] };
  const load = new Set<NodeId>();
  const gone = new Set<NodeId | RelationshipId>();
  for (const { record, isRemoved, nodes } of entries.flatMap(({ items }) => items ?? [])) {
    if (!nodes.every((id) => view.nodes.has(id))) continue;
    // What is removed and comes back within these entries is there: the last word counts.
    if (isRemoved) gone.add(record);
    else gone.delete(record);
    for (const id of nodes) load.add(id);
  }
  return { load: [...load].filter((id) => !gone.has(id)).slice(0, LOAD_LIMIT), gone: [...gone] };
}
