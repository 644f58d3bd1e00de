import type { NodeId, RelationshipId } from '../../schema/ids.ts';
import { type AskOptions, ask } from './ask.ts';
import type { NodeDetail, RelationshipDetail } from './detail.ts';
import { entityDetailDocument, relationshipDetailDocument } from './detail-documents.ts';
import type { Outcome } from './failures.ts';
import { mapNeighbour, mapPostThen, mapSaid, mapSource } from './map-detail.ts';
import { mapNode, mapRelationshipRecord } from './map-records.ts';

export async function loadNodeDetail(id: NodeId, options: AskOptions = {}): Promise<Outcome<NodeDetail>> {
  const outcome = await ask(entityDetailDocument, { id }, options);
  if (outcome.kind === 'failure') return outcome;
  const { node } = outcome.value;
  if (!node || !('neighbours' in node)) return { kind: 'failure', failure: { kind: 'notFound' } };
  const posts =
    'postHoldersThen' in node ? node.postHoldersThen : 'speakerPosts' in node ? node.speakerPosts : [];
  const beside = node.__typename === 'Judgement' ? (node.inspection?.judgements.nodes ?? []) : [];
  return {
    kind: 'loaded',
    value: {
      node: mapNode(node),
      url: node.url,
      sources: node.evidence.map(mapSource),
      said: node.statements.map(mapSaid),
      neighbours: node.neighbours.edges.map(mapNeighbour),
      isWhole: !node.neighbours.pageInfo.hasNextPage,
      postsThen: posts.map(mapPostThen),
      judgedBeside: beside.map((judgement) => ({
        node: mapNode(judgement),
        sources: judgement.evidence.map(mapSource),
      })),
    },
  };
}

export async function loadRelationshipDetail(
  id: RelationshipId,
  options: AskOptions = {},
): Promise<Outcome<RelationshipDetail>> {
  const outcome = await ask(relationshipDetailDocument, { id }, options);
  if (outcome.kind === 'failure') return outcome;
  const { relationship } = outcome.value;
  if (!relationship) return { kind: 'failure', failure: { kind: 'notFound' } };
  return {
    kind: 'loaded',
    value: {
      record: mapRelationshipRecord(relationship),
      start: mapNode(relationship.start),
      end: mapNode(relationship.end),
      sources: relationship.evidence.map(mapSource),
      said: relationship.statements.map(mapSaid),
    },
  };
}
