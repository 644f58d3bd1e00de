import type { NodeId } from '../../../schema/ids.ts';
import { ask } from '../ask.ts';
import type { Outcome } from '../failures.ts';
import { graphql } from '../graphql.ts';

const verdictDocument = graphql(`
  query Verdict($id: ID!) {
    node(id: $id) {
      ... on Entity {
        history(first: 50) {
          nodes {
            author
            reason
            at
            differences {
              property
              after
            }
          }
        }
      }
    }
  }
`);

/** Who rejected a judgement, when and why; its reason is that of the change, in the journal. */
export interface Rejection {
  readonly author: string | null;
  readonly reason: string | null;
  /** ISO 8601 instant. */
  readonly at: string;
}

/** Why the judgement was rejected; not found where its last 50 changes do not tell. */
export async function loadRejection(judgement: NodeId): Promise<Outcome<Rejection>> {
  const outcome = await ask(verdictDocument, { id: judgement }, { fresh: true });
  if (outcome.kind === 'failure') return outcome;
  const { node } = outcome.value;
  const changes = node && 'history' in node ? node.history.nodes : [];
  const found = changes.find(({ differences }) =>
    differences.some(({ property, after }) => property === 'standing' && after === 'rejected'),
  );
  return found ? { kind: 'loaded', value: found } : { kind: 'failure', failure: { kind: 'notFound' } };
}
