import { type AnyVariables, createRequest, type DocumentInput } from '@urql/core';
import { client } from './client.ts';
import { type Outcome, readFailure } from './failures.ts';
import { forgetAnswers, keepAnswer, keptAnswer } from './kept-answers.ts';
import { noteRefusal } from './token.ts';

export interface AskOptions {
  /** Asks the server even where an answer is at hand. */
  readonly fresh?: boolean;
}

/** What is on its way, each as what gives it up. */
const underWay = new Set<() => void>();

/** Asks the API once; whatever goes wrong comes back as a failure. It can be cancelled while it is on its way. */
export function ask<Data, Variables extends AnyVariables>(
  document: DocumentInput<Data, Variables>,
  variables: Variables,
  { fresh = false }: AskOptions = {},
): Promise<Outcome<Data>> {
  const request = createRequest(document, variables);
  const known = fresh ? undefined : keptAnswer(request.key);
  if (known !== undefined) return Promise.resolve({ kind: 'loaded', value: known as Data });
  return new Promise((resolve) => {
    let stop = () => {};
    let isOver = false;
    const end = (outcome: Outcome<Data>) => {
      isOver = true;
      underWay.delete(cancel);
      // Ending the subscription aborts the request, if there still is one.
      stop();
      resolve(outcome);
    };
    const cancel = () => end({ kind: 'failure', failure: { kind: 'cancelled' } });
    underWay.add(cancel);
    const { unsubscribe } = client.executeQuery(request).subscribe((result) => {
      if (result.stale) return;
      if (result.data && !result.error) keepAnswer(request.key, result.data);
      end(readResult(result));
    });
    // An answer may come before there is anything to end.
    if (isOver) unsubscribe();
    else stop = unsubscribe;
  });
}

/** Gives up whatever is asked for just now; what was there stays as it is. */
export function cancelAll(): void {
  for (const cancel of [...underWay]) cancel();
}

/** Sends a mutation once. */
export async function send<Data, Variables extends AnyVariables>(
  document: DocumentInput<Data, Variables>,
  variables: Variables,
): Promise<Outcome<Data>> {
  const result = await client.mutation(document, variables).toPromise();
  forgetAnswers();
  const outcome = readResult(result);
  if (outcome.kind === 'failure' && 'code' in outcome.failure && outcome.failure.code === 'UNAUTHENTICATED')
    noteRefusal();
  return outcome;
}

export function mapOutcome<Given, Value>(
  outcome: Outcome<Given>,
  map: (given: Given) => Value,
): Outcome<Value> {
  return outcome.kind === 'loaded' ? { kind: 'loaded', value: map(outcome.value) } : outcome;
}

function readResult<Data>({
  data,
  error,
}: {
  readonly data?: Data | null | undefined;
  readonly error?: Parameters<typeof readFailure>[0] | undefined;
}): Outcome<Data> {
  if (error) return { kind: 'failure', failure: readFailure(error) };
  return data
    ? { kind: 'loaded', value: data }
    : { kind: 'failure', failure: { kind: 'failed', code: 'EMPTY', message: 'The answer was empty.' } };
}
