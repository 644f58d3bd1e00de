import type { VariablesOf } from 'gql.tada';
import { send } from '../ask.ts';
import { graphql } from '../graphql.ts';
import { mapProblem, mapSuccess, problemFragment, type SaveOutcome } from './outcome.ts';

const linkQuoteDocument = graphql(
  `
    mutation LinkQuote($input: LinkQuoteInput!) {
      linkQuote(input: $input) {
        __typename
        ... on LinkQuoteSuccess {
          sequence
          quote {
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

export type LinkQuoteInput = VariablesOf<typeof linkQuoteDocument>['input'];

/** Links a quote as one change: all of it or none. */
export async function saveLinkQuote(input: LinkQuoteInput): Promise<SaveOutcome> {
  const outcome = await send(linkQuoteDocument, { input });
  if (outcome.kind === 'failure') return outcome;
  const { linkQuote } = outcome.value;
  return linkQuote.__typename === 'LinkQuoteSuccess'
    ? mapSuccess(linkQuote, linkQuote.quote?.id ?? null)
    : mapProblem(linkQuote);
}
