import type { openTestBridge } from './test-bridge.ts';

/** Opens the test bridge where the address asks for it, and nobody else is sent it; returns what closes it. */
export function openIfTested(...given: Parameters<typeof openTestBridge>): () => void {
  if (!new URLSearchParams(window.location.search).has('test-bridge')) return () => {};
  let isGone = false;
  let close = () => {};
  void import('./test-bridge.ts').then((part) => {
    if (!isGone) close = part.openTestBridge(...given);
  });
  return () => {
    isGone = true;
    close();
  };
}
