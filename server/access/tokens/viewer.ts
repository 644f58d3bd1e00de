import type { TokenRole } from '../../store/token-store.ts';

/** Who sent a request, as far as its token tells. */
export type Viewer =
  | { readonly kind: 'anonymous' }
  /** It brought a token that is not accepted; it may read like anybody else. */
  | { readonly kind: 'refused'; readonly because: RefusedBecause }
  | { readonly kind: 'known'; readonly token: string; readonly name: string; readonly role: TokenRole };

type RefusedBecause = 'unknown' | 'expired' | 'revoked';

export const anonymous: Viewer = { kind: 'anonymous' };

export function mayWrite(viewer: Viewer): boolean {
  return viewer.kind === 'known' && viewer.role === 'curator';
}

/** What a person can do about not being let in, in one sentence; null where nothing is amiss. */
export function adviceFor(viewer: Viewer): string | null {
  if (viewer.kind === 'known') return null;
  if (viewer.kind === 'anonymous')
    return 'Changing the graph needs a token: send it as “Authorization: Bearer …”, or sign in with it.';
  return {
    unknown: 'The token is not one of this graph: copy it whole, or ask for a new one.',
    expired: 'The token has expired: ask for a new one.',
    revoked: 'The token was revoked: ask for a new one.',
  }[viewer.because];
}
