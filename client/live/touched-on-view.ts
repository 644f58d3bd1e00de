import type { NodeId, RelationshipId } from '../../schema/ids.ts';
import type { LiveEntry, LiveItem } from '../api/live.ts';
import type { Exploration, ShownNode, ShownRelationship } from '../exploration/exploration.ts';

/** What of a view some changes touched: nodes to load anew, and records that are no longer in the graph. */
export interface Touched {
  readonly load: readonly NodeId[];
  readonly gone: readonly (NodeId | RelationshipId)[];
  /** Nodes that were made, are joined to what is on the view, and are not on it. */
  readonly newcomers: readonly NodeId[];
}

/** More nodes than this are not loaded at once. */
const LOAD_LIMIT = 2_000;

/**
 * What of the view these entries touched. A relationship with one end on it changes how much there is to expand, and is
 * there only with both; an entry that was told as a summary may have touched everything.
 */
export function touchedOnView(view: Exploration, entries: readonly LiveEntry[]): Touched {
  if (entries.some(({ items }) => items === null))
    return { load: [...view.nodes.keys()].slice(0, LOAD_LIMIT), gone: [], newcomers: [] };
  const items = entries.flatMap((entry) => entry.items ?? []);
  const load = new Set<NodeId>();
  const gone = new Set<NodeId | RelationshipId>();
  for (const { record, happened, nodes } of items) {
    const here = nodes.filter((id) => view.nodes.has(id));
    for (const id of here) load.add(id);
    if (here.length < nodes.length) continue;
    // What is removed and comes back within these entries is there: the last word counts.
    if (happened === 'removed') gone.add(record);
    else gone.delete(record);
  }
  return {
    load: [...load].filter((id) => !gone.has(id)).slice(0, LOAD_LIMIT),
    gone: [...gone],
    newcomers: newcomersTo(view, items),
  };
}

/**
 * What was asked for and is not in the answer: it is no longer in the graph. A change that was told as a summary does
 * not say what it removed.
 */
export function lostOf(
  view: Exploration,
  asked: readonly NodeId[],
  answer: { readonly nodes: readonly ShownNode[]; readonly relationships: readonly ShownRelationship[] },
): readonly (NodeId | RelationshipId)[] {
  const [wanted, found] = [new Set(asked), new Set(answer.nodes.map(({ record }) => record.id))];
  const joined = new Set(answer.relationships.map(({ record }) => record.id));
  const relationships = [...view.relationships.values()]
    .map(({ record }) => record)
    .filter(({ id, from, to }) => wanted.has(from) && wanted.has(to) && !joined.has(id));
  return [...asked.filter((id) => !found.has(id)), ...relationships.map(({ id }) => id)];
}

/** Nodes that were made and not removed again, as far as a relationship to a node on the view was made, too. */
function newcomersTo(view: Exploration, items: readonly LiveItem[]): readonly NodeId[] {
  const last = new Map(items.map((item) => [item.record, item]));
  const made = new Set<NodeId | RelationshipId>(
    items.filter(({ happened }) => happened === 'created').map(({ record }) => record),
  );
  const standing = [...last.values()].filter(
    ({ record, happened }) => made.has(record) && happened !== 'removed',
  );
  const joined = standing
    .filter(({ nodes }) => nodes.some((id) => view.nodes.has(id)))
    .flatMap(({ nodes }) => nodes);
  const isNew = (id: NodeId) => !view.nodes.has(id) && standing.some(({ record }) => record === id);
  return [...new Set(joined.filter(isNew))];
}
