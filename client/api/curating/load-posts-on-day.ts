import { type NodeId, nodeId } from '../../../schema/ids.ts';
import type { PostCertainty } from '../../../schema/post-on-day.ts';
import type { RelationshipPropertyValues } from '../../../schema/relationship-types.ts';
import { ask, mapOutcome } from '../ask.ts';
import type { Outcome } from '../failures.ts';
import { graphql } from '../graphql.ts';
import { readCertainty } from '../map-detail.ts';
import { pickRelationshipValues } from '../map-records.ts';

const speakerPostsDocument = graphql(`
  query PostsOnDay($id: ID!, $on: EDTF!) {
    person(id: $id) {
      posts(first: 20, on: $on) {
        edges {
          id
          certainty
          title
          kind
          interim
          from {
            edtf
            earliest
            latest
          }
          to {
            edtf
            earliest
            latest
          }
          attestedOn {
            edtf
            earliest
            latest
          }
          node {
            id
            name
          }
        }
      }
    }
  }
`);

/** A post as a speaker held it on a day, as surely as the certainty says. */
export interface PostOnDay {
  readonly id: string;
  readonly properties: RelationshipPropertyValues;
  readonly certainty: PostCertainty;
  readonly organisation: { readonly id: NodeId; readonly name: string };
}

/** The posts that a person may have held on the day (EDTF), surest first; none for what is no person. */
export async function loadPostsOnDay(person: NodeId, on: string): Promise<Outcome<readonly PostOnDay[]>> {
  return mapOutcome(await ask(speakerPostsDocument, { id: person, on }), (data) =>
    (data.person?.posts.edges ?? []).flatMap(({ id, certainty, node, ...values }) =>
      certainty === null
        ? []
        : [
            {
              id,
              properties: pickRelationshipValues('HOLDS_POST', values),
              certainty: readCertainty(certainty),
              organisation: { id: nodeId(node.id), name: node.name },
            },
          ],
    ),
  );
}
