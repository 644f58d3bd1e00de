import { send } from '../ask.ts';
import { graphql } from '../graphql.ts';
import { mapProblem, mapSuccess, problemFragment, type SaveOutcome } from './outcome.ts';

const settleStatementDocument = graphql(
  `
    mutation SettleStatement($input: SettleStatementInput!) {
      settleStatement(input: $input) {
        __typename
        ... on SettleStatementSuccess {
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

const settleJudgementDocument = graphql(
  `
    mutation SettleJudgement($input: SettleJudgementInput!) {
      settleJudgement(input: $input) {
        __typename
        ... on SettleJudgementSuccess {
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

/** `STANDS` rejects what cannot be true beside it, `OPEN` takes an earlier verdict back. */
type VerdictInput = 'STANDS' | 'REJECTED' | 'OPEN';

interface SettleInput {
  readonly verdict: VerdictInput;
  readonly expectedVersion: number;
  readonly reason: string;
  readonly idempotencyKey: string;
}

/** Says of one of the statements on a property whether it stands. */
export async function settleStatement(
  input: SettleInput & { readonly record: string; readonly statement: string },
): Promise<SaveOutcome> {
  const outcome = await send(settleStatementDocument, { input });
  if (outcome.kind === 'failure') return outcome;
  const { settleStatement: settled } = outcome.value;
  return settled.__typename === 'SettleStatementSuccess' ? mapSuccess(settled, null) : mapProblem(settled);
}

/** Says of one of the judgements on an area whether it stands. */
export async function settleJudgement(
  input: SettleInput & { readonly judgement: string },
): Promise<SaveOutcome> {
  const outcome = await send(settleJudgementDocument, { input });
  if (outcome.kind === 'failure') return outcome;
  const { settleJudgement: settled } = outcome.value;
  return settled.__typename === 'SettleJudgementSuccess' ? mapSuccess(settled, null) : mapProblem(settled);
}
