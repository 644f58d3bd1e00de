import type { NodeId } from '../../../schema/ids.ts';
import { ask, mapOutcome, send } from '../ask.ts';
import type { Outcome } from '../failures.ts';
import { graphql } from '../graphql.ts';
import { mapProblem, mapSuccess, problemFragment, type SaveOutcome } from './outcome.ts';

const removeDocument = graphql(
  `
    mutation RemoveEntity($input: RemoveEntityInput!) {
      removeEntity(input: $input) {
        __typename
        ... on RemoveEntitySuccess {
          sequence
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

const supportsDocument = graphql(`
  query Supports($id: ID!) {
    document(id: $id) {
      supports {
        totalCount
      }
    }
  }
`);

interface RemoveInput {
  readonly id: string;
  readonly expectedVersion: number;
  /** Whether its relationships go with it. */
  readonly withRelationships: boolean;
  readonly reason: string;
  readonly idempotencyKey: string;
}

/** Takes a node out of the graph. */
export async function removeEntity(input: RemoveInput): Promise<SaveOutcome> {
  const outcome = await send(removeDocument, { input });
  if (outcome.kind === 'failure') return outcome;
  const { removeEntity: removed } = outcome.value;
  return removed.__typename === 'RemoveEntitySuccess' ? mapSuccess(removed, null) : mapProblem(removed);
}

/** How many facts rest on a document, which stays until they rest on something else; 0 for what is none. */
export async function countSupported(document: NodeId): Promise<Outcome<number>> {
  return mapOutcome(
    await ask(supportsDocument, { id: document }, { fresh: true }),
    (data) => data.document?.supports.totalCount ?? 0,
  );
}
