import { send } from '../ask.ts';
import { graphql } from '../graphql.ts';
import type { EvidenceInput } from './evidence-input.ts';
import { mapProblem, mapSuccess, problemFragment, type SaveOutcome, type Seen } from './outcome.ts';

const recordDocument = graphql(
  `
    mutation RecordJudgement($input: RecordJudgementInput!) {
      recordJudgement(input: $input) {
        __typename
        ... on RecordJudgementSuccess {
          sequence
          judgement {
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

interface RecordInput {
  readonly inspection: string;
  /** In the words of the source. */
  readonly area: string;
  readonly label: string;
  readonly evidence: readonly EvidenceInput[];
  /** Judgements of the inspection on the area that were seen. */
  readonly seen: readonly Seen[];
  readonly reason: string;
  readonly idempotencyKey: string;
}

/** Records what a source says that an inspection found on one area. A judgement on it that was not seen is a conflict. */
export async function recordJudgement({ evidence, seen, ...rest }: RecordInput): Promise<SaveOutcome> {
  const input = { ...rest, evidence: [...evidence], seen: [...seen] };
  const outcome = await send(recordDocument, { input });
  if (outcome.kind === 'failure') return outcome;
  const { recordJudgement: recorded } = outcome.value;
  return recorded.__typename === 'RecordJudgementSuccess'
    ? mapSuccess(recorded, recorded.judgement.id)
    : mapProblem(recorded);
}
