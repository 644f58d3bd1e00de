import { followRevision } from './revision.ts';

/*
 * Answers of the API that need not be asked for again, for as long as nobody is known to have changed the graph. They
 * are kept whole, as they came: a cache that knows which types are in an answer would have each object name its own,
 * which is a quarter of a large answer.
 */

const MOST = 50;

/** By the key of the request, the one that was used last at the end. */
const kept = new Map<number, unknown>();

export function keepAnswer(key: number, answer: unknown): void {
  kept.delete(key);
  kept.set(key, answer);
  const [oldest] = kept.keys();
  if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
}

/** Undefined where there is none. */
export function keptAnswer(key: number): unknown {
  const answer = kept.get(key);
  if (answer !== undefined) keepAnswer(key, answer);
  return answer;
}

export function forgetAnswers(): void {
  kept.clear();
}

followRevision(forgetAnswers);
