import type { VariablesOf } from 'gql.tada';
import { send } from '../ask.ts';
import { graphql } from '../graphql.ts';
import type { EvidenceInput } from './evidence-input.ts';
import { mapProblem, mapSuccess, problemFragment, type SaveOutcome } from './outcome.ts';

const changeEntityDocument = graphql(
  `
    mutation ChangeEntity($input: ChangeEntityInput!) {
      changeEntity(input: $input) {
        __typename
        ... on ChangeEntitySuccess {
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

const changeRelationshipDocument = graphql(
  `
    mutation ChangeRelationship($input: ChangeRelationshipInput!) {
      changeRelationship(input: $input) {
        __typename
        ... on ChangeRelationshipSuccess {
          sequence
          relationship {
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

type EntityProperties = VariablesOf<typeof changeEntityDocument>['input']['set'];
type RelationshipProperties = VariablesOf<typeof changeRelationshipDocument>['input']['set'];

/** Values by the names of properties; null takes one away. */
export type ValuesInput = Readonly<Record<string, unknown>>;

interface ChangeInput {
  readonly id: string;
  readonly expectedVersion: number;
  readonly set: ValuesInput;
  readonly evidence: readonly EvidenceInput[];
  readonly reason: string;
  readonly idempotencyKey: string;
}

/** Changes values of a node of that type. */
export async function changeEntity(type: string, { set, ...rest }: ChangeInput): Promise<SaveOutcome> {
  const outcome = await send(changeEntityDocument, {
    input: { ...rest, evidence: [...rest.evidence], set: entityProperties(type, set) },
  });
  if (outcome.kind === 'failure') return outcome;
  const { changeEntity: changed } = outcome.value;
  return changed.__typename === 'ChangeEntitySuccess'
    ? mapSuccess(changed, changed.entity.id)
    : mapProblem(changed);
}

/** Changes values of a relationship. */
export async function changeRelationship({ id, set, ...rest }: ChangeInput): Promise<SaveOutcome> {
  const outcome = await send(changeRelationshipDocument, {
    input: {
      ...rest,
      relationship: id,
      evidence: [...rest.evidence],
      set: relationshipPropertiesInput(set),
    },
  });
  if (outcome.kind === 'failure') return outcome;
  const { changeRelationship: changed } = outcome.value;
  return changed.__typename === 'ChangeRelationshipSuccess'
    ? mapSuccess(changed, changed.relationship.id)
    : mapProblem(changed);
}

/**
 * Values under the name of their type, as the API takes them. Both are made from the tables that the fields of the
 * form are made from, which the compiler cannot follow by name; the server checks each value.
 */
export function entityProperties(type: string, values: ValuesInput): EntityProperties {
  const field = `${type.charAt(0).toLowerCase()}${type.slice(1)}`;
  return { [field]: values } as unknown as EntityProperties;
}

export function relationshipPropertiesInput(values: ValuesInput): RelationshipProperties {
  return values as RelationshipProperties;
}
