import type { AnyVariables, DocumentInput } from '@urql/core';
import { client } from './client.ts';
import { type Outcome, readFailure } from './failures.ts';

export interface AskOptions {
  /** Asks the server even where an answer is at hand. */
  readonly fresh?: boolean;
}

/** Asks the API once; whatever goes wrong comes back as a failure. */
export async function ask<Data, Variables extends AnyVariables>(
  document: DocumentInput<Data, Variables>,
  variables: Variables,
  { fresh = false }: AskOptions = {},
): Promise<Outcome<Data>> {
  const requestPolicy = fresh ? 'network-only' : 'cache-first';
  return readResult(await client.query(document, variables, { requestPolicy }).toPromise());
}

/** Sends a mutation once. */
export async function send<Data, Variables extends AnyVariables>(
  document: DocumentInput<Data, Variables>,
  variables: Variables,
): Promise<Outcome<Data>> {
  return readResult(await client.mutation(document, variables).toPromise());
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
