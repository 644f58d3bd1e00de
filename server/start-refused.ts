/** Why the server does not start, in one sentence that a person can act on. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}
