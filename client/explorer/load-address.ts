/** What reads and writes addresses. It comes beside the graph, so that neither waits for the other. */
export function loadAddress(): Promise<typeof import('./address.ts')> {
  return import('./address.ts');
}
