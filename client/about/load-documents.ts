import type { PartialDate } from '../../schema/partial-date.ts';
import { client } from '../api/client.ts';
import { type Outcome, readFailure } from '../api/failures.ts';
import { graphql } from '../api/graphql.ts';

const documentsDocument = graphql(`
  query DocumentsOfTheGraph {
    documents(first: 100) {
      totalCount
      nodes {
        id
        url
        name
        kind
        publishedOn {
          edtf
          earliest
          latest
        }
        licence
        attribution
      }
    }
  }
`);

interface ListedDocument {
  readonly id: string;
  readonly url: string;
  readonly name: string;
  readonly kind: string | null;
  readonly publishedOn: PartialDate | null;
  readonly licence: string | null;
  readonly attribution: string | null;
}

export interface DocumentList {
  readonly documents: readonly ListedDocument[];
  /** In the whole graph. */
  readonly total: number;
}

/** The documents of the graph by name, the first hundred. */
export async function loadDocuments(): Promise<Outcome<DocumentList>> {
  const { data, error } = await client.query(documentsDocument, {}).toPromise();
  if (!data || error) return { kind: 'failure', failure: error ? readFailure(error) : { kind: 'offline' } };
  const { nodes, totalCount } = data.documents;
  return { kind: 'loaded', value: { documents: nodes, total: totalCount } };
}
