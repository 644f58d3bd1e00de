import { parseRelationshipId } from '../../../schema/ids.ts';
import { type NodeType, nodeTypeNames, nodeTypeRow } from '../../../schema/node-types.ts';
import type { NodeTree, RelationshipTree } from '../../store/read-plan.ts';
import { builder } from '../builder.ts';
import type { ApiContext } from '../context.ts';
import { fail } from '../failures.ts';
import {
  fetchNodes,
  fetchNodesByAnyId,
  fetchRelationships,
  readNodeId,
  readRelationshipId,
} from '../plan/node-selections.ts';
import { bareRelationship } from '../plan/plan-branch.ts';
import { askSelection } from '../plan/plan-read.ts';
import type { Ask } from '../plan/reads.ts';
import { NodeRef, nodeRef, RelationshipRef } from '../refs.ts';

const IDS_LIMIT = 100;

/** Adds the look-ups by id, which are null where there is no such record. */
export function addLookUps(): void {
  builder.queryFields((t) => ({
    node: t.field({
      type: NodeRef,
      nullable: true,
      description: 'A node of the graph or a relationship, by its id.',
      args: { id: t.arg.id({ required: true }) },
      resolve: async (_root, args, context, info) =>
        (await fetchRecords(context, [args.id], askSelection(info, args)))[0] ?? null,
    }),
    nodes: t.field({
      type: [NodeRef],
      nullable: { list: false, items: true },
      description: `Nodes or relationships by their ids, at most ${IDS_LIMIT}, in the order of the ids; null where there is none.`,
      args: { ids: t.arg.idList({ required: true }) },
      resolve: (_root, args, context, info) => {
        if (args.ids.length > IDS_LIMIT) fail('BAD_RANGE', `At most ${IDS_LIMIT} ids may be given.`);
        return fetchRecords(context, args.ids, askSelection(info, args));
      },
    }),
    relationship: t.field({
      type: RelationshipRef,
      nullable: true,
      args: { id: t.arg.id({ required: true }) },
      resolve: async (_root, args, context, info) => {
        const select = askSelection(info, args).relationships([]) ?? bareRelationship;
        return (await fetchRelationships(context, [readRelationshipId(args.id)], select))[0] ?? null;
      },
    }),
  }));
  for (const type of nodeTypeNames) addLookUp(type);
}

function addLookUp(type: NodeType): void {
  const { words } = nodeTypeRow(type);
  builder.queryField(type.charAt(0).toLowerCase() + type.slice(1), (t) =>
    t.field({
      type: nodeRef(type),
      nullable: true,
      description: `One ${words.one} by its id; null if there is none of that id and type.`,
      args: { id: t.arg.id({ required: true }) },
      resolve: async (_root, args, context, info) => {
        const [tree] = await fetchNodes(context, [readNodeId(args.id)], askSelection(info, args).nodes([]));
        return tree?.node.type === type ? tree : null;
      },
    }),
  );
}

/** Nodes and relationships are read apart; ids of one sort only, the usual case, take one read. */
async function fetchRecords(
  context: ApiContext,
  ids: readonly string[],
  ask: Ask,
): Promise<(NodeTree | RelationshipTree | null)[]> {
  const distinct = [...new Set(ids)];
  const relationshipIds = distinct.flatMap((id) => parseRelationshipId(id) ?? []);
  const nodeIds = distinct.filter((id) => !parseRelationshipId(id)).map(readNodeId);
  const [nodes, relationships] = await Promise.all([
    fetchNodesByAnyId(context, nodeIds, ask.nodes([])),
    fetchRelationships(context, relationshipIds, ask.relationships([]) ?? bareRelationship),
  ]);
  const found = new Map<string, NodeTree | RelationshipTree>([
    ...nodes,
    ...relationships.map((tree) => [tree.relationship.id, tree] as const),
  ]);
  return ids.map((id) => found.get(id) ?? null);
}
