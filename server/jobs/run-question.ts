import { setImmediate as turn } from 'node:timers/promises';
import type { GraphQuestion } from '../graph/graph-question.ts';
import type { Adjacency, GraphStore, ReadOptions } from '../store/graph-store.ts';

const nothing: Adjacency = { relationships: [], truncated: false };

/** What a driven question came to, and how many questions the store was asked for it. */
export interface QuestionAnswered<Answer> {
  readonly answer: Answer;
  readonly asked: number;
}

/**
 * Drives a pure question of `server/graph/` to its end: each batch that it yields is asked of the store, and where it
 * pauses, whatever else waits has a turn. Throws what the store throws, and the signal's reason once it is aborted.
 */
export async function runQuestion<Answer>(
  store: Pick<GraphStore, 'adjacent'>,
  question: GraphQuestion<Answer>,
  options: ReadOptions = {},
): Promise<QuestionAnswered<Answer>> {
  let asked = 0;
  let step = question.next();
  while (!step.done) {
    options.signal?.throwIfAborted();
    if (step.value === null) {
      await turn();
      step = question.next(nothing);
      continue;
    }
    asked += 1;
    step = question.next(await store.adjacent(step.value, options));
  }
  return { answer: step.value, asked };
}
