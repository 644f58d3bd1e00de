/**
 * What reads and writes views and addresses. It is too much to come before the graph, and comes beside it, so that
 * neither waits for the other.
 */
export async function loadAddress(): Promise<typeof import('./view-codec.ts').viewCodec> {
  return (await import('./view-codec.ts')).viewCodec;
}
