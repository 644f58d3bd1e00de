import type { readAddress } from './address.ts';

/**
 * What reads and writes views and addresses. It is too much to come before the graph, and comes beside it, so that
 * neither waits for the other.
 */
export async function loadAddress(): Promise<typeof import('./view-codec.ts').viewCodec> {
  return (await import('./view-codec.ts')).viewCodec;
}

/** What the address says as the page begins. Where it says nothing, what reads addresses is not waited for. */
export async function readFirstAddress(): Promise<ReturnType<typeof readAddress>> {
  if (window.location.hash === '' && window.history.state === null)
    return { link: { kind: 'start', selected: null }, isAsStarted: true };
  return (await loadAddress()).readAddress();
}
