import type { Adjacency, AdjacencyQuestion, FacetCount, FacetQuestion } from '../../graph-store.ts';
import { type Connection, openConnection } from '../connection.ts';
import { countFacets } from '../reads/count-facets.ts';
import { listAdjacent } from '../reads/list-adjacent.ts';

/**
 * What may take long, as plain data that can be sent to another thread. Relationships are asked for apart however
 * few the nodes are: a thread hop costs 0.2 ms, 50 usual nodes take 1 ms, but a single one with 15,000 relationships
 * takes 66 ms, and nothing that is known beforehand tells it from others.
 */
export type Question =
  | ({ readonly kind: 'facets' } & FacetQuestion)
  | ({ readonly kind: 'adjacent' } & AdjacencyQuestion)
  /** To carry the write-ahead log into the file, as far as nobody reads from it. */
  | { readonly kind: 'carryLog' };

/** The answer's kind is the question's. */
export type Answer =
  | { readonly kind: 'facets'; readonly counts: readonly FacetCount[] }
  | { readonly kind: 'adjacent'; readonly adjacency: Adjacency }
  | { readonly kind: 'carryLog' };

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
  return answerEach(connection, question) as AnswerTo<Asked>;
}

function answerEach(connection: Connection, asked: Question): Answer {
  switch (asked.kind) {
    case 'facets':
      return { kind: asked.kind, counts: countFacets(connection, asked) };
    case 'adjacent':
      return { kind: asked.kind, adjacency: listAdjacent(connection, asked) };
    case 'carryLog':
      carryLog(connection.place);
      return { kind: asked.kind };
  }
}

/** On a connection of its own, as that of a worker may not write. */
function carryLog(place: string): void {
  const connection = openConnection(place);
  try {
    connection.execute('PRAGMA wal_checkpoint(PASSIVE)');
  } finally {
    connection.close();
  }
}
