import { ask, mapOutcome } from '../ask.ts';
import type { Outcome } from '../failures.ts';
import { graphql } from '../graphql.ts';

const viewerDocument = graphql(`
  query Viewer {
    viewer {
      name
      canWrite
      problem
    }
  }
`);

/** Who the kept token belongs to, as the server sees it. */
export interface Viewer {
  readonly name: string | null;
  readonly canWrite: boolean;
  /** Why the token is not accepted, and what to do. */
  readonly problem: string | null;
}

/** Asks anew each time: a token may have been revoked since. */
export async function loadViewer(): Promise<Outcome<Viewer>> {
  return mapOutcome(await ask(viewerDocument, {}, { fresh: true }), ({ viewer }) => viewer);
}
