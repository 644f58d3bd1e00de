import type { StoredToken, TokenRole, TokenStore } from '../../store/token-store.ts';
import { hashSecret, makeToken, printToken } from './token-text.ts';

export interface NewToken {
  /** The author of the changes that are made with it. */
  readonly name: string;
  readonly role: TokenRole;
  /** Null for one that does not expire. */
  readonly expiresAt: Date | null;
}

export type TokenOutcome =
  /** The text is told this once, and kept nowhere. */
  | { readonly kind: 'created'; readonly text: string; readonly token: StoredToken }
  | { readonly kind: 'refused'; readonly message: string };

const NAME_LIMIT = 80;

/** Authors that are no curators: a change under their name would be taken for theirs when a seed is loaded anew. */
const reservedNames = ['seed', 'import', 'oversight'];

/** Makes a token and keeps its hash. A name that cannot be an author's, and a past expiry, are refused. */
export async function createToken(tokens: TokenStore, wanted: NewToken, now: Date): Promise<TokenOutcome> {
  const name = wanted.name.trim();
  const message = refuseName(name) ?? refuseExpiry(wanted.expiresAt, now);
  if (message) return { kind: 'refused', message };
  const parts = makeToken();
  const token: StoredToken = {
    id: parts.id,
    name,
    role: wanted.role,
    hash: hashSecret(parts.secret),
    createdAt: now.toISOString(),
    expiresAt: wanted.expiresAt?.toISOString() ?? null,
    revokedAt: null,
    lastUsedAt: null,
  };
  await tokens.add(token);
  return { kind: 'created', text: printToken(parts), token };
}

function refuseName(name: string): string | null {
  if (name === '') return 'A token needs the name of who holds it.';
  if (name.length > NAME_LIMIT) return `A name has at most ${NAME_LIMIT} characters.`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what a name must not hold.
  if (/[\u0000-\u001f\u007f]/.test(name)) return 'A name holds no control characters.';
  if (reservedNames.includes(name.toLowerCase())) return `“${name}” is a name that Oversight itself uses.`;
  return null;
}

function refuseExpiry(expiresAt: Date | null, now: Date): string | null {
  if (expiresAt === null) return null;
  if (Number.isNaN(expiresAt.getTime())) return 'The expiry is no instant.';
  return expiresAt <= now ? 'The expiry lies in the past.' : null;
}
