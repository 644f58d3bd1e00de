import { readSubgraph, type SubgraphJob } from '../../jobs/read-subgraph.ts';
import type { NodeTree, RelationshipTree } from '../../store/read-plan.ts';
import { builder } from '../builder.ts';
import type { ApiContext } from '../context.ts';
import { present } from '../lists/connections.ts';
import { fetchNodesByAnyId, fetchRelationships } from '../plan/node-selections.ts';
import { bareRelationship } from '../plan/plan-branch.ts';
import type { Ask } from '../plan/reads.ts';
import { EntityRef, RelationshipRef } from '../refs.ts';

export interface Subgraph {
  readonly nodes: readonly NodeTree[];
  readonly relationships: readonly RelationshipTree[];
  readonly truncated: boolean;
  /** Null where it was not asked for. */
  readonly sequence: number | null;
}

export const SubgraphRef = builder.objectRef<Subgraph>('Subgraph');

SubgraphRef.implement({
  description: 'Nodes and relationships, flat.',
  fields: (t) => ({
    nodes: t.field({ type: [EntityRef], resolve: ({ nodes }) => [...nodes] }),
    relationships: t.field({ type: [RelationshipRef], resolve: ({ relationships }) => [...relationships] }),
    truncated: t.exposeBoolean('truncated', {
      description: 'Whether nodes or relationships were left out for the limit.',
    }),
    sequence: t.int({
      description:
        'Number of the newest change when it was read: what to give `graphChanged` as `after`, to miss nothing since.',
      resolve: ({ sequence }) => present(sequence),
    }),
  }),
});

/** Finds the part of the graph and reads what is selected of it. Ids of merged nodes stand for those that remain. */
export async function gatherSubgraph(
  context: ApiContext,
  question: SubgraphJob,
  ask: Ask,
): Promise<Subgraph> {
  const { ids } = question;
  const options = context.signal ? { signal: context.signal } : {};
  // Before anything else is read: whoever follows the journal from there misses nothing.
  const sequence = ask.selects('sequence') ? (await context.store.journalHead()).sequence : null;
  let found = await readSubgraph(context.store, question, options);
  const fetchAll = () =>
    fetchNodesByAnyId(context, ask.selects('nodes') ? found.nodes : [], ask.nodes(['nodes']));
  let trees = await fetchAll();
  const survivors = ids?.map((id) => trees.get(id)?.node.id ?? id);
  if (survivors?.some((id, index) => id !== ids?.[index])) {
    found = await readSubgraph(context.store, { ...question, ids: survivors }, options);
    trees = await fetchAll();
  }
  const relationships = await fetchRelationships(
    context,
    ask.selects('relationships') ? found.relationships.map(({ id }) => id) : [],
    ask.relationships(['relationships']) ?? bareRelationship,
  );
  const nodes = [...new Set(trees.values())];
  return { nodes, relationships, truncated: found.truncated, sequence };
}
