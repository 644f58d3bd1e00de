import type { NodeId } from '../../../schema/ids.ts';
import { sayRelationship } from '../../../schema/relationship-types.ts';
import { findPaths, mostHops, mostPaths } from '../../graph/find-paths.ts';
import { runQuestion } from '../../jobs/run-question.ts';
import type { NodeTree, RelationshipSelection, RelationshipTree } from '../../store/read-plan.ts';
import { builder } from '../builder.ts';
import type { ApiContext } from '../context.ts';
import { RelationshipTypeEnum } from '../enums.ts';
import { fail } from '../failures.ts';
import { readCount } from '../lists/page-arguments.ts';
import {
  fetchNodes,
  fetchNodesByAnyId,
  fetchRelationships,
  indexTrees,
  readNodeId,
} from '../plan/node-selections.ts';
import { bareRelationship } from '../plan/plan-branch.ts';
import { askSelection } from '../plan/plan-read.ts';
import type { Ask } from '../plan/reads.ts';
import { EntityRef, RelationshipRef } from '../refs.ts';

interface PathView {
  readonly nodes: readonly NodeTree[];
  readonly relationships: readonly RelationshipTree[];
}

const HOPS = 4;
const PATHS = 3;

const PathRef = builder.objectRef<PathView>('Path');
const PathListRef = builder.objectRef<{ paths: readonly PathView[]; truncated: boolean }>('PathList');

/** Adds the shortest paths between two nodes. */
export function addPaths(): void {
  addTypes();
  builder.queryField('paths', (t) =>
    t.field({
      type: PathListRef,
      description: 'The shortest paths between two nodes, whichever way the relationships point.',
      args: {
        from: t.arg.id({ required: true }),
        to: t.arg.id({ required: true }),
        maxHops: t.arg.int({ description: `1 to ${mostHops}, ${HOPS} if left out.` }),
        first: t.arg.int({ description: `How many paths: 1 to ${mostPaths}, ${PATHS} if left out.` }),
        types: t.arg({ type: [RelationshipTypeEnum], description: 'Only relationships of these types.' }),
      },
      resolve: async (_root, args, context, info) => {
        const ask = askSelection(info, args);
        const question = {
          from: readNodeId(args.from),
          to: readNodeId(args.to),
          maxHops: readCount(args.maxHops, 'maxHops', mostHops) ?? HOPS,
          first: readCount(args.first, 'first', mostPaths) ?? PATHS,
          types: args.types ?? null,
        };
        const options = context.signal ? { signal: context.signal } : {};
        const find = async (between: Pick<typeof question, 'from' | 'to'>) =>
          (await runQuestion(context.store, findPaths({ ...question, ...between }), options)).answer;
        let { paths, truncated } = await find(question);
        if (paths.length === 0) {
          const [from, to] = await findEnds(context, question);
          if (from !== question.from || to !== question.to) ({ paths, truncated } = await find({ from, to }));
        }
        const [nodes, relationships] = await Promise.all([
          fetchNodes(context, distinct(paths.flatMap((path) => path.nodes)), ask.nodes(['paths', 'nodes'])),
          fetchRelationships(
            context,
            distinct(paths.flatMap((path) => path.relationships)),
            selectRelationships(ask),
          ),
        ]);
        const byId = indexTrees(nodes, relationships);
        const views = paths.map((path) => ({
          nodes: path.nodes.flatMap((id) => byId.nodes.get(id) ?? []),
          relationships: path.relationships.flatMap((id) => byId.relationships.get(id) ?? []),
        }));
        // A record that was removed between the two reads leaves no path through it.
        return {
          paths: views.filter(({ nodes: found }, index) => found.length === paths[index]?.nodes.length),
          truncated,
        };
      },
    }),
  );
}

function addTypes(): void {
  PathRef.implement({
    description: 'A walk without repeated nodes; `relationships[i]` joins `nodes[i]` and `nodes[i + 1]`.',
    fields: (t) => ({
      nodes: t.field({ type: [EntityRef], resolve: ({ nodes }) => [...nodes] }),
      relationships: t.field({ type: [RelationshipRef], resolve: ({ relationships }) => [...relationships] }),
      words: t.string({ description: 'The path as sentences.', resolve: sayPath }),
    }),
  });
  PathListRef.implement({
    fields: (t) => ({
      paths: t.field({ type: [PathRef], resolve: ({ paths }) => [...paths] }),
      truncated: t.exposeBoolean('truncated', {
        description: 'Whether paths as short as the last one were left out.',
      }),
    }),
  });
}

/**
 * The ends, or the survivors of those that were merged. “No path” must not be said of a node that is not there: a
 * misspelt id would pass for an answer.
 */
async function findEnds(
  context: ApiContext,
  { from, to }: { readonly from: NodeId; readonly to: NodeId },
): Promise<readonly [NodeId, NodeId]> {
  const found = await fetchNodesByAnyId(context, [from, to], null);
  const end = (id: NodeId) => found.get(id)?.node.id ?? fail('NOT_FOUND', `There is no node “${id}”.`);
  return [end(from), end(to)];
}

/** The words of a path need the title of a post. */
function selectRelationships(ask: Ask): RelationshipSelection {
  const selected = ask.relationships(['paths', 'relationships']) ?? bareRelationship;
  if (!ask.selects('paths', 'words') || selected.properties.includes('title')) return selected;
  return { ...selected, properties: ['title', ...selected.properties] };
}

function sayPath({ nodes, relationships }: PathView): string {
  return relationships
    .map(({ relationship }, index) => {
      const [near, far] = [nodes[index]?.node, nodes[index + 1]?.node];
      const direction = relationship.from === near?.id ? 'out' : 'in';
      const says = sayRelationship(relationship.type, direction, relationship.properties);
      return `${near?.properties.name} ${says} ${far?.properties.name}`;
    })
    .join('; ');
}

function distinct<Id>(ids: readonly Id[]): readonly Id[] {
  return [...new Set(ids)];
}
