import { openClient } from '../peers/http-client.ts';
import { boundedQuestions, type ScaleQuestion, steadyQuestions } from '../scale/scale-questions.ts';
import type { WorldSize } from '../scale/world-size.ts';

export const lookUp = questionOf(steadyQuestions, 'Look-up by id');
export const shortestPaths = questionOf(
  boundedQuestions,
  'Ten shortest paths within 6 hops, between two bodies',
);

interface Asking extends ScaleQuestion {
  readonly size: WorldSize;
  /** Milliseconds from one question to the next. */
  readonly every: number;
  /** The first turn, so that readers ask of different nodes. */
  readonly from: number;
  /** Asked before each question. */
  readonly state: { readonly isOver: boolean };
}

/** Asks the same question of one thing after the other, and answers how long each took, in milliseconds. */
export async function askAtRate(
  port: number,
  { query, variables, isRight, size, every, from, state }: Asking,
): Promise<readonly number[]> {
  const client = await openClient(port, '/graphql');
  const times: number[] = [];
  for (let turn = from; !state.isOver; turn += 1) {
    const asked = performance.now();
    const text = await client.ask(JSON.stringify({ query, variables: variables(turn, size) }));
    const took = performance.now() - asked;
    times.push(took);
    const { data } = JSON.parse(text);
    if (!data || !isRight(data)) throw new Error(text.slice(0, 300));
    if (took < every) await new Promise((next) => setTimeout(next, every - took));
  }
  client.close();
  return times;
}

function questionOf(questions: readonly ScaleQuestion[], wanted: string): ScaleQuestion {
  const question = questions.find(({ what }) => what === wanted);
  if (!question) throw new RangeError(`no question is called “${wanted}”`);
  return question;
}
