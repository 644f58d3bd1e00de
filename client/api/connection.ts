import type { Exchange } from '@urql/core';
import { mapExchange } from '@urql/core';
import { readFailure } from './failures.ts';

/** Whether the server answers, as far as is known from what was asked last. */
export type Connection = 'answers' | 'offline' | 'serverGone' | 'storeGone';

/** Times between two tries, in milliseconds; the last one is repeated. */
const pauses = [1_000, 2_000, 4_000, 8_000, 15_000] as const;
/** A try that takes longer counts as no answer. */
const PATIENCE = 5_000;

let connection: Connection = 'answers';
let recoveries = 0;
let tries = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** Calls back whenever the connection changes; returns what stops it. */
export function listenToConnection(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function currentConnection(): Connection {
  return connection;
}

/** How often the server has come back. */
export function countRecoveries(): number {
  return recoveries;
}

/** Learns from every answer whether the server is there. */
export const watchConnection: Exchange = mapExchange({
  onResult({ error }) {
    const failure = error && readFailure(error);
    if (failure?.kind === 'offline') settle(navigator.onLine ? 'serverGone' : 'offline');
    else settle(failure?.kind === 'storeGone' ? 'storeGone' : 'answers');
  },
});

/** Asks the server whether it is ready, now. */
export async function tryConnection(): Promise<void> {
  clearTimeout(timer);
  tries += 1;
  settle(navigator.onLine ? await askReadiness() : 'offline');
}

/** Learns from the browser, too, that the network goes and comes; returns what stops it. */
export function followNetwork(): () => void {
  const came = () => void tryConnection();
  const went = () => settle('offline');
  window.addEventListener('online', came);
  window.addEventListener('offline', went);
  return () => {
    window.removeEventListener('online', came);
    window.removeEventListener('offline', went);
  };
}

function settle(next: Connection): void {
  clearTimeout(timer);
  if (next === 'answers') tries = 0;
  else timer = setTimeout(() => void tryConnection(), pauses[Math.min(tries, pauses.length - 1)]);
  if (next === connection) return;
  if (next === 'answers') recoveries += 1;
  connection = next;
  for (const listener of listeners) listener();
}

async function askReadiness(): Promise<Connection> {
  try {
    const { ok, status } = await fetch('/readyz', {
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE),
    });
    return ok ? 'answers' : status === 503 ? 'storeGone' : 'serverGone';
  } catch {
    // fetch throws where nobody answers, which is what is asked here.
    return 'serverGone';
  }
}
