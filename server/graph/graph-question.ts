import type { Adjacency, AdjacencyQuestion } from '../store/graph-store.ts';

/**
 * A computation over the graph without I/O: it yields what it must know, or null where it has worked for a while and
 * others should have their turn; a null is answered with no relationships. `server/jobs/run-question.ts` drives it.
 */
export type GraphQuestion<Answer> = Generator<AdjacencyQuestion | null, Answer, Adjacency>;

/** Steps between two pauses: some five milliseconds of one core. */
const stepsOfATurn = 25_000;

/** Counts the steps of long work, so that it stops at a cap and pauses on the way. */
export class StepCounter {
  #left: number;
  #untilPause = stepsOfATurn;

  constructor(cap: number) {
    this.#left = cap;
  }

  count(steps = 1): void {
    this.#left -= steps;
    this.#untilPause -= steps;
  }

  get isSpent(): boolean {
    return this.#left <= 0;
  }

  /** True once a turn is over; the next one begins with that. */
  takePause(): boolean {
    if (this.#untilPause > 0) return false;
    this.#untilPause = stepsOfATurn;
    return true;
  }
}
