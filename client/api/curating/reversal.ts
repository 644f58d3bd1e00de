import type { ResultOf } from 'gql.tada';
import { ask, mapOutcome, send } from '../ask.ts';
import type { Outcome } from '../failures.ts';
import { graphql } from '../graphql.ts';

export const reversalFragment = graphql(`
  fragment ReversalState on Reversal @_unmask {
    id
    state
    done
    total
    sequence
    problem
    builtOnCount
    builtOn {
      record
      sequence
      author
    }
  }
`);

const reversalDocument = graphql(
  `
    query Reversal($id: ID!) {
      reversal(id: $id) {
        ...ReversalState
      }
    }
  `,
  [reversalFragment],
);

const cancelDocument = graphql(`
  mutation CancelReversal($input: CancelReversalInput!) {
    cancelReversal(input: $input) {
      __typename
    }
  }
`);

/** How far a job that takes a large change back has come. */
export type ReversalNow = ResultOf<typeof reversalFragment>;

/** Null where the server does not know it any more. */
export async function loadReversal(id: string): Promise<Outcome<ReversalNow | null>> {
  return mapOutcome(await ask(reversalDocument, { id }, { fresh: true }), ({ reversal }) => reversal);
}

/** Asks the job to end without a change; it may have written already. False where the server was not reached. */
export async function cancelReversal(id: string): Promise<boolean> {
  return (await send(cancelDocument, { input: { id } })).kind !== 'failure';
}

/** Whether the job still works. */
export function isUnderWay({ state }: ReversalNow): boolean {
  return state === 'WAITING' || state === 'CHECKING' || state === 'WRITING';
}
