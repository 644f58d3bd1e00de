import { parseNodeId, parseRelationshipId } from '../../../schema/ids.ts';
import { ask, send } from '../ask.ts';
import { graphql } from '../graphql.ts';
import { loadNames } from './load-names.ts';
import { mapProblem, mapSuccess, problemFragment, type SavedChange, type SaveProblem } from './outcome.ts';
import { type ReversalNow, reversalFragment } from './reversal.ts';

const takeBackDocument = graphql(
  `
    mutation TakeBack($input: RevertChangeInput!) {
      revertChange(input: $input) {
        __typename
        ... on RevertChangeSuccess {
          sequence
          removed
          changed {
            id
          }
        }
        ... on RevertChangeStarted {
          reversal {
            ...ReversalState
          }
        }
        ... on BuiltOnProblem {
          records {
            record
            sequence
            author
          }
        }
        ...SaveProblem
      }
    }
  `,
  [problemFragment, reversalFragment],
);

const joinedDocument = graphql(`
  query Joined($ids: [ID!]!) {
    nodes(ids: $ids) {
      id
      ... on Relationship {
        start {
          name
        }
        end {
          name
        }
      }
    }
  }
`);

/** What holds a change in place: a record that was built on it, and who did so last. */
export interface BuiltOn {
  readonly record: string;
  /** The name of a node, or the names of what a relationship joins. */
  readonly name: string;
  readonly sequence: number | null;
  readonly author: string | null;
}

export type TakeBackOutcome =
  | SavedChange
  | SaveProblem
  | { readonly kind: 'builtOn'; readonly records: readonly BuiltOn[] }
  /** It is large: a job of the server takes it back. */
  | { readonly kind: 'started'; readonly reversal: ReversalNow };

export interface TakeBackInput {
  readonly sequence: number;
  readonly withLater: boolean;
  /** How many records may go back. */
  readonly mostRecords: number;
  readonly reason: string;
  readonly idempotencyKey: string;
}

/** Takes a change back as a change of its own: all of it or none. */
export async function takeBack(input: TakeBackInput): Promise<TakeBackOutcome> {
  const outcome = await send(takeBackDocument, { input });
  if (outcome.kind === 'failure') return outcome;
  const { revertChange } = outcome.value;
  switch (revertChange.__typename) {
    case 'RevertChangeSuccess':
      return mapSuccess(revertChange, null);
    case 'BuiltOnProblem':
      return { kind: 'builtOn', records: await nameRecords(revertChange.records) };
    case 'RevertChangeStarted':
      return { kind: 'started', reversal: revertChange.reversal };
    default:
      return mapProblem(revertChange);
  }
}

export async function nameRecords(records: readonly Omit<BuiltOn, 'name'>[]): Promise<readonly BuiltOn[]> {
  const names = new Map(await loadNames(records.flatMap(({ record }) => parseNodeId(record) ?? [])));
  const joins = records.flatMap(({ record }) => parseRelationshipId(record) ?? []).slice(0, 100);
  const outcome = joins.length > 0 ? await ask(joinedDocument, { ids: joins }) : null;
  for (const each of outcome?.kind === 'loaded' ? outcome.value.nodes : [])
    if (each && 'start' in each) names.set(each.id, `${each.start.name} – ${each.end.name}`);
  return records.map((each) => ({ ...each, name: names.get(each.record) ?? each.record }));
}
