import type { ResultOf } from 'gql.tada';
import { type NodeId, parseNodeId, type RelationshipId } from '../../../schema/ids.ts';
import { ask } from '../ask.ts';
import type { Outcome } from '../failures.ts';
import { graphql } from '../graphql.ts';
import { loadNames } from './load-names.ts';

const changesFragment = graphql(`
  fragment Changes on HistoryConnection @_unmask {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      sequence
      at
      author
      reason
      itemCount
      happened
      differences {
        property
        before
        after
      }
      relationships {
        record
        happened
        type
        from
        to
        differences {
          property
          before
          after
        }
      }
    }
  }
`);

const historyDocument = graphql(
  `
    query History($id: ID!, $first: Int!, $after: String) {
      node(id: $id) {
        __typename
        ... on Entity {
          history(first: $first, after: $after) {
            ...Changes
          }
        }
        ... on Relationship {
          history(first: $first, after: $after) {
            ...Changes
          }
        }
      }
    }
  `,
  [changesFragment],
);

/** What one change of the graph did to one record. */
export type RecordChange = ResultOf<typeof changesFragment>['nodes'][number];
export type Difference = RecordChange['differences'][number];
export type ChangedRelationship = NonNullable<RecordChange['relationships']>[number];

/** A part of a list, and the names of the nodes that it speaks of. */
export interface NamedPage<Each, Cursor = number> {
  readonly found: readonly Each[];
  readonly names: ReadonlyMap<string, string>;
  /** Where the next part begins; null where there is none. */
  readonly next: Cursor | null;
}

/** Changes of one record, the newest first, as the journal has them now. */
export async function loadChanges(
  id: NodeId | RelationshipId,
  { first, after }: { readonly first: number; readonly after: string | null },
): Promise<Outcome<NamedPage<RecordChange, string>>> {
  const outcome = await ask(historyDocument, { id, first, after }, { fresh: true });
  if (outcome.kind === 'failure') return outcome;
  const { node } = outcome.value;
  if (!node || !('history' in node)) return { kind: 'failure', failure: { kind: 'notFound' } };
  const { nodes: changes, pageInfo } = node.history;
  const names = await loadNames(changes.flatMap(idsIn));
  const next = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  return { kind: 'loaded', value: { found: changes, names, next } };
}

function idsIn({ differences, relationships }: RecordChange): readonly NodeId[] {
  const texts = [...differences, ...(relationships ?? []).flatMap((each) => each.differences)]
    .filter(({ property }) => property === 'evidence')
    .flatMap(({ before, after }) => [before, after])
    .flatMap((text) => (text ?? '').split('\n').map(documentOfLine));
  const ends = (relationships ?? []).flatMap(({ from, to }) => [from, to]);
  return [...texts, ...ends].flatMap((text) => parseNodeId(text ?? '') ?? []);
}

/** The journal prints a piece of evidence as a line that begins with the id of its document. */
export function documentOfLine(line: string): string {
  return line.split(', ', 1)[0] ?? '';
}
