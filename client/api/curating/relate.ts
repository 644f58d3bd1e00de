import type { RelationshipType } from '../../../schema/relationship-types.ts';
import { send } from '../ask.ts';
import { graphql } from '../graphql.ts';
import { relationshipPropertiesInput, type ValuesInput } from './change-record.ts';
import type { EvidenceInput } from './evidence-input.ts';
import { mapProblem, mapSuccess, problemFragment, type SaveOutcome, type Seen } from './outcome.ts';

const relateDocument = graphql(
  `
    mutation Relate($input: RelateInput!) {
      relate(input: $input) {
        __typename
        ... on RelateSuccess {
          sequence
          relationship {
            id
            startId
            endId
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

const unrelateDocument = graphql(
  `
    mutation Unrelate($input: UnrelateInput!) {
      unrelate(input: $input) {
        __typename
        ... on UnrelateSuccess {
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

interface RelateInput {
  readonly type: RelationshipType;
  readonly from: string;
  readonly to: string;
  readonly values: ValuesInput;
  readonly evidence: readonly EvidenceInput[];
  /** Relationships of the type from the one to the other that were seen. */
  readonly seen: readonly Seen[];
  readonly reason: string;
  readonly idempotencyKey: string;
}

/**
 * Joins two nodes; a relationship that says the same already gets the evidence besides its own. One that was not seen is a
 * conflict.
 */
export async function relate({ values, evidence, seen, ...rest }: RelateInput): Promise<SaveOutcome> {
  const input = {
    ...rest,
    evidence: [...evidence],
    seen: [...seen],
    properties: relationshipPropertiesInput(values),
  };
  const outcome = await send(relateDocument, { input });
  if (outcome.kind === 'failure') return outcome;
  const { relate: related } = outcome.value;
  return related.__typename === 'RelateSuccess'
    ? mapSuccess(related, related.relationship.id, [related.relationship.startId, related.relationship.endId])
    : mapProblem(related);
}

interface UnrelateInput {
  readonly relationship: string;
  readonly expectedVersion: number;
  readonly reason: string;
  readonly idempotencyKey: string;
}

/** Takes a relationship out of the graph; its ends stay. */
export async function unrelate(input: UnrelateInput): Promise<SaveOutcome> {
  const outcome = await send(unrelateDocument, { input });
  if (outcome.kind === 'failure') return outcome;
  const { unrelate: unrelated } = outcome.value;
  return unrelated.__typename === 'UnrelateSuccess' ? mapSuccess(unrelated, null) : mapProblem(unrelated);
}
