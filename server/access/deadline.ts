import type { ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';

/** What ends an operation before it is done: the client goes away before it has its answer, or the time is over. */
export interface Deadline {
  /** Aborts at the end, with the reason; made when it is first asked for, since many answers never need one. */
  readonly signal: AbortSignal;
  /** Calls `end` with the reason, at once where it has come already; a later call takes the place of an earlier one. */
  onEnd(end: (reason: unknown) => void): void;
  /** Lets the operation go on however long it takes. */
  lift(): void;
}

/** `timeout` is the time of an operation in milliseconds. */
export function openDeadline(response: ServerResponse, timeout: number): Deadline {
  let controller: AbortController | null = null;
  let listener: ((reason: unknown) => void) | null = null;
  let ended: { readonly reason: unknown } | null = null;
  const end = (reason: unknown): void => {
    if (ended) return;
    ended = { reason };
    controller?.abort(reason);
    listener?.(reason);
  };
  const timer = setTimeout(() => end(timedOut(timeout)), timeout);
  response.once('close', () => {
    clearTimeout(timer);
    if (!response.writableFinished) end(new DOMException('the client has gone', 'AbortError'));
  });
  return {
    get signal() {
      if (!controller) {
        controller = new AbortController();
        if (ended) controller.abort(ended.reason);
      }
      return controller.signal;
    },
    onEnd: (listen) => {
      listener = listen;
      if (ended) listen(ended.reason);
    },
    lift: () => clearTimeout(timer),
  };
}

function timedOut(timeout: number): GraphQLError {
  return new GraphQLError(`The operation took longer than ${timeout / 1000} seconds.`, {
    extensions: { code: 'TIMED_OUT', http: { status: 504 } },
  });
}
