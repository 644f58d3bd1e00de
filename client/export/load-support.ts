import type { AnyVariables, DocumentInput } from '@urql/core';
import type { NodeId } from '../../schema/ids.ts';
import { client } from '../api/client.ts';
import { sourceFragment, statementFragment } from '../api/detail-documents.ts';
import { type Outcome, readFailure } from '../api/failures.ts';
import { graphql } from '../api/graphql.ts';
import { mapSaid, mapSource } from '../api/map-detail.ts';
import type { Support } from './exported-view.ts';

const evidenceDocument = graphql(
  `
    query ExportedEvidence($ids: [ID!]!, $limit: Int!) {
      subgraph(ids: $ids, hops: 0, limit: $limit) {
        nodes {
          id
          url
          evidence {
            ...Source
          }
        }
        relationships {
          id
          evidence {
            ...Source
          }
        }
      }
    }
  `,
  [sourceFragment],
);

const nodeStatementsDocument = graphql(
  `
    query ExportedNodeStatements($ids: [ID!]!, $limit: Int!) {
      subgraph(ids: $ids, hops: 0, limit: $limit) {
        nodes {
          id
          statements {
            ...Said
          }
        }
      }
    }
  `,
  [statementFragment],
);

const relationshipStatementsDocument = graphql(
  `
    query ExportedRelationshipStatements($ids: [ID!]!, $limit: Int!) {
      subgraph(ids: $ids, hops: 0, limit: $limit) {
        relationships {
          id
          statements {
            ...Said
          }
        }
      }
    }
  `,
  [statementFragment],
);

/** What the records rest on, by the ids of nodes and relationships, and the pages of the nodes. */
export interface LoadedSupport {
  readonly urls: ReadonlyMap<string, string>;
  readonly support: ReadonlyMap<string, Support>;
}

/** One question takes so many nodes; a view that is larger is asked for in parts by its selection. */
export const exportLimit = 2_000;

/**
 * The evidence and statements of these nodes (2,000 at most) and of all relationships among them. They are asked for
 * in three questions, so that each of them stays within what the server does for one.
 */
export async function loadSupport(ids: readonly NodeId[]): Promise<Outcome<LoadedSupport>> {
  if (ids.length === 0) return { kind: 'loaded', value: { urls: new Map(), support: new Map() } };
  const variables = { ids: [...ids], limit: ids.length };
  const answers = await Promise.all([
    ask(evidenceDocument, variables),
    ask(nodeStatementsDocument, variables),
    ask(relationshipStatementsDocument, variables),
  ]);
  const [evidence, ofNodes, ofRelationships] = answers;
  if (evidence.kind === 'failure') return evidence;
  if (ofNodes.kind === 'failure') return ofNodes;
  if (ofRelationships.kind === 'failure') return ofRelationships;
  const { nodes, relationships } = evidence.value.subgraph;
  const statements = new Map(
    [...ofNodes.value.subgraph.nodes, ...ofRelationships.value.subgraph.relationships].map((record) => [
      record.id,
      record.statements.map(mapSaid),
    ]),
  );
  return {
    kind: 'loaded',
    value: {
      urls: new Map(nodes.map(({ id, url }) => [id, url])),
      support: new Map(
        [...nodes, ...relationships].map((record) => [
          record.id,
          { evidence: record.evidence.map(mapSource), statements: statements.get(record.id) ?? [] },
        ]),
      ),
    },
  };
}

async function ask<Data, Variables extends AnyVariables>(
  document: DocumentInput<Data, Variables>,
  variables: Variables,
): Promise<Outcome<Data>> {
  const { data, error } = await client
    .query(document, variables, { requestPolicy: 'network-only' })
    .toPromise();
  if (data && !error) return { kind: 'loaded', value: data };
  return { kind: 'failure', failure: error ? readFailure(error) : { kind: 'offline' } };
}
