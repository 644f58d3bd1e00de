import type { NodeType } from '../../schema/node-types.ts';
import { gatherSubgraph, type SubgraphFound, type SubgraphQuestion } from '../graph/gather-subgraph.ts';
import type { GraphStore, ReadOptions } from '../store/graph-store.ts';
import { runQuestion } from './run-question.ts';

export interface SubgraphJob extends Omit<SubgraphQuestion, 'ids'> {
  /** Null is everything, in the order of ids, to the limit. */
  readonly ids: SubgraphQuestion['ids'] | null;
  /** Which nodes everything is; null is all types. */
  readonly nodeTypes: readonly NodeType[] | null;
}

/** The sub-graph around the given nodes or, without them, the whole graph as far as the limit goes. */
export async function readSubgraph(
  store: Pick<GraphStore, 'adjacent' | 'nodeIds'>,
  { ids, nodeTypes, ...question }: SubgraphJob,
  options: ReadOptions = {},
): Promise<SubgraphFound> {
  if (ids) return (await runQuestion(store, gatherSubgraph({ ...question, ids }), options)).answer;
  const all = await store.nodeIds({ types: nodeTypes, after: null, limit: question.limit + 1 }, options);
  const { answer } = await runQuestion(store, gatherSubgraph({ ...question, ids: all, hops: 0 }), options);
  return answer;
}
