import { send } from '../ask.ts';
import { graphql } from '../graphql.ts';
import { entityProperties, type ValuesInput } from './change-record.ts';
import type { EvidenceInput } from './evidence-input.ts';
import { mapProblem, mapSuccess, problemFragment, type SaveOutcome, type Seen } from './outcome.ts';

const createDocument = graphql(
  `
    mutation CreateEntity($input: CreateEntityInput!) {
      createEntity(input: $input) {
        __typename
        ... on CreateEntitySuccess {
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

interface CreateInput {
  readonly values: ValuesInput;
  readonly evidence: readonly EvidenceInput[];
  /** Entities of that name that were seen. */
  readonly seen: readonly Seen[];
  readonly reason: string;
  readonly idempotencyKey: string;
}

/** Makes a node of that type; the server makes its id. One of that name that was not seen is a conflict. */
export async function createEntity(
  type: string,
  { values, evidence, seen, ...rest }: CreateInput,
): Promise<SaveOutcome> {
  const input = {
    ...rest,
    evidence: [...evidence],
    seen: [...seen],
    entity: entityProperties(type, values),
  };
  const outcome = await send(createDocument, { input });
  if (outcome.kind === 'failure') return outcome;
  const { createEntity: created } = outcome.value;
  return created.__typename === 'CreateEntitySuccess'
    ? mapSuccess(created, created.entity.id)
    : mapProblem(created);
}
