import { send } from '../ask.ts';
import { graphql } from '../graphql.ts';
import { mapProblem, mapSuccess, problemFragment, type SaveOutcome } from './outcome.ts';

const mergeDocument = graphql(
  `
    mutation Merge($input: MergeEntitiesInput!) {
      mergeEntities(input: $input) {
        __typename
        ... on MergeEntitiesSuccess {
          sequence
          entity {
            id
          }
          changed {
            id
          }
          removed
        }
        ...SaveProblem
      }
    }
  `,
  [problemFragment],
);

interface MergeInput {
  readonly survivor: string;
  readonly survivorVersion: number;
  readonly merged: string;
  readonly mergedVersion: number;
  /** Where both have a value, whose stands. */
  readonly values: readonly { readonly property: string; readonly of: string }[];
  readonly reason: string;
  readonly idempotencyKey: string;
}

/** Makes two nodes one. */
export async function mergeEntities(input: MergeInput): Promise<SaveOutcome> {
  const outcome = await send(mergeDocument, { input: { ...input, values: [...input.values] } });
  if (outcome.kind === 'failure') return outcome;
  const { mergeEntities: merged } = outcome.value;
  return merged.__typename === 'MergeEntitiesSuccess'
    ? mapSuccess(merged, merged.entity.id)
    : mapProblem(merged);
}
