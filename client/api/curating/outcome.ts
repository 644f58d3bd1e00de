import { type FragmentOf, readFragment } from 'gql.tada';
import { type NodeId, parseNodeId, parseRelationshipId, type RelationshipId } from '../../../schema/ids.ts';
import type { Failure } from '../failures.ts';
import { graphql } from '../graphql.ts';

export interface SavedChange {
  readonly kind: 'saved';
  /** Number of the change in the journal. */
  readonly sequence: number;
  /** The record that the action was about; null where it is gone. */
  readonly subject: NodeId | RelationshipId | null;
  /** Nodes and relationships that were made or changed; the first 200. */
  readonly changed: readonly string[];
  /** What is no longer in the graph; the first 200. */
  readonly removed: readonly (NodeId | RelationshipId)[];
  /** Nodes that the change is seen at, though they did not change: what a new relationship joins. */
  readonly around: readonly NodeId[];
}

/** A record like the one that is to be made, at the version that the curator saw. */
export interface Seen {
  readonly id: string;
  readonly version: number;
}

/** What a save came to. */
export type SaveOutcome = SavedChange | SaveProblem;

/** Why nothing was saved. */
export type SaveProblem =
  /** By field of the input, as `evidence.document`; an empty field stands for the whole. */
  | { readonly kind: 'problems'; readonly problems: readonly FieldProblem[] }
  /** Somebody else was faster; the version is 0 where the record is gone. */
  | { readonly kind: 'conflict'; readonly record: string; readonly version: number; readonly message: string }
  | { readonly kind: 'failure'; readonly failure: Failure };

export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** Every way in which a mutation can fail as foreseen. */
export const problemFragment = graphql(`
  fragment SaveProblem on Problem {
    __typename
    message
    ... on ValidationProblem {
      problems {
        field
        message
      }
    }
    ... on NotFoundProblem {
      missing {
        field
        id
      }
    }
    ... on ConflictProblem {
      record
      currentVersion
    }
  }
`);

export function mapProblem(given: FragmentOf<typeof problemFragment>): SaveProblem {
  const problem = readFragment(problemFragment, given);
  switch (problem.__typename) {
    case 'ValidationProblem':
      return { kind: 'problems', problems: problem.problems };
    case 'NotFoundProblem':
      return {
        kind: 'problems',
        problems: problem.missing.map(({ field, id }) => ({
          field,
          message: `“${id}” is not in the graph any more.`,
        })),
      };
    case 'ConflictProblem': {
      const { record, currentVersion: version, message } = problem;
      return { kind: 'conflict', record, version, message };
    }
    default:
      return {
        kind: 'failure',
        failure: { kind: 'failed', code: 'FORBIDDEN', message: problem.message },
      };
  }
}

interface GivenSuccess {
  readonly sequence: number;
  readonly changed: readonly { readonly id: string }[];
  readonly removed: readonly string[];
}

/** A change that was saved; `subject` is the id of the record that it was about. */
export function mapSuccess(
  { sequence, changed, removed }: GivenSuccess,
  subject: string | null,
  around: readonly string[] = [],
): SavedChange {
  return {
    kind: 'saved',
    sequence,
    subject: subject === null ? null : readId(subject),
    changed: changed.map(({ id }) => id),
    removed: removed.flatMap((id) => readId(id) ?? []),
    around: around.flatMap((id) => parseNodeId(id) ?? []),
  };
}

function readId(text: string): NodeId | RelationshipId | null {
  return parseRelationshipId(text) ?? parseNodeId(text);
}
