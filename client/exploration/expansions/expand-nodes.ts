import type { NodeId } from '../../../schema/ids.ts';
import type { Command } from '../commands.ts';
import type { Expansion, Exploration, ShownRelationship } from '../exploration.ts';
import type { Patch } from '../patch.ts';
import { relationshipsOf } from '../relationships-of.ts';
import { addRecords } from './change-records.ts';

/**
 * Brings newcomers onto the view and notes for each expanded node which of them it reaches. What it reaches and an
 * expansion before has brought is noted, too: it stays until both are collapsed. Nothing new is no change.
 */
export function expandNodes(state: Exploration, command: Extract<Command, { kind: 'expand' }>): Patch {
  const of = [command.of].flat().filter((id) => state.nodes.has(id));
  const [first] = of;
  if (first === undefined) return {};
  const added = addRecords(state, command.nodes, command.relationships);
  const nodes = added.nodes.map(([id]) => id).filter((id) => !state.nodes.has(id));
  const relationships = added.relationships.flatMap(([id, given]) =>
    state.relationships.has(id) ? [] : [given],
  );
  if (nodes.length === 0 && relationships.length === 0) return {};
  const reached = new Map(of.map((id) => [id, farEnds(id, relationships)]));
  const fresh = new Set(nodes);
  // What comes in without a relationship to what is expanded goes again with the first.
  const unclaimed = nodes.filter((id) => !of.some((each) => reached.get(each)?.has(id)));
  const among = relationships.filter(({ record }) => !fresh.has(record.from) && !fresh.has(record.to));
  return {
    ...added,
    expansions: of.map((id) => {
      const before = state.expansions.get(id) ?? { nodes: [], relationships: [] };
      const own = nodes.filter((node) => reached.get(id)?.has(node));
      const joined = among.filter(({ record }) => id === first || record.from === id || record.to === id);
      return [
        id,
        {
          nodes: union(before.nodes, own, id === first ? unclaimed : [], broughtBefore(state, id)),
          relationships: union(
            before.relationships,
            joined.map(({ record }) => record.id),
          ),
        } satisfies Expansion,
      ];
    }),
  };
}

function farEnds(id: NodeId, relationships: readonly ShownRelationship[]): ReadonlySet<NodeId> {
  return new Set(
    relationships.flatMap(({ record: { from, to } }) => (from === id ? [to] : to === id ? [from] : [])),
  );
}

/** The neighbours on the view that other expansions have brought, but for those through which the node itself came. */
function broughtBefore(state: Exploration, id: NodeId): readonly NodeId[] {
  const brought = new Set<NodeId>();
  for (const [of, { nodes }] of state.expansions) if (of !== id) for (const node of nodes) brought.add(node);
  const above = cameThrough(state, id);
  return [...farEnds(id, relationshipsOf(state, id))].filter((far) => brought.has(far) && !above.has(far));
}

/** The nodes whose expansions brought this one, and those that brought these. */
function cameThrough({ expansions }: Exploration, id: NodeId): ReadonlySet<NodeId> {
  const above = new Set<NodeId>();
  const asked = [id];
  for (let each = asked.pop(); each !== undefined; each = asked.pop())
    for (const [of, { nodes }] of expansions)
      if (!above.has(of) && nodes.includes(each)) {
        above.add(of);
        asked.push(of);
      }
  return above;
}

function union<Each>(...lists: readonly (readonly Each[])[]): readonly Each[] {
  return [...new Set(lists.flat())];
}
