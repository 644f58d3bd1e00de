import type { Adjacency, AdjacencyQuestion, FacetCount, FacetQuestion } from '../../graph-store.ts';
import type { Connection } from '../connection.ts';
import { countFacets } from '../reads/count-facets.ts';
import { listAdjacent } from '../reads/list-adjacent.ts';

/**
 * What may take long, as plain data that can be sent to another thread. Relationships are asked for apart however
 * few the nodes are: a thread hop costs 0.2 ms, 50 usual nodes take 1 ms, but a single one with 15,000 relationships
 * takes 66 ms, and nothing that is known beforehand tells it from others.
 */
export type Question =
  | ({ readonly kind: 'facets' } & FacetQuestion)
  | ({ readonly kind: 'adjacent' } & AdjacencyQuestion);

/** The answer's kind is the question's. */
export type Answer =
  | { readonly kind: 'facets'; readonly counts: readonly FacetCount[] }
  | { readonly kind: 'adjacent'; readonly adjacency: Adjacency };

export type AnswerTo<Asked extends Question> = Extract<Answer, { kind: Asked['kind'] }>;

/** Whoever answers questions that may take long. */
export interface Answerer {
  /** Rejects with the signal's reason once it is aborted, and with StoreUnavailable where nobody can answer. */
  ask<Asked extends Question>(question: Asked, signal?: AbortSignal): Promise<AnswerTo<Asked>>;
  /** Statements that were sent on connections of its own. */
  statementCount(): number;
  /** Rejects what is still asked, and waits until nobody uses the file any more. */
  close(): Promise<void>;
}

/** Answers in the calling thread. */
export function answerHere(connection: Connection): Answerer {
  return {
    ask: async (question, signal) => {
      signal?.throwIfAborted();
      return answerQuestion(connection, question);
    },
    statementCount: () => 0,
    close: async () => {},
  };
}

/** Each question is one statement, so that its answer is of one state of the graph. */
export function answerQuestion<Asked extends Question>(
  connection: Connection,
  question: Asked,
): AnswerTo<Asked> {
  const asked: Question = question;
  const answer: Answer =
    asked.kind === 'facets'
      ? { kind: asked.kind, counts: countFacets(connection, asked) }
      : { kind: asked.kind, adjacency: listAdjacent(connection, asked) };
  return answer as AnswerTo<Asked>;
}
