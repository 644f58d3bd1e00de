import { timingSafeEqual } from 'node:crypto';
import type { StoredToken, TokenStore } from '../../store/token-store.ts';
import { hashSecret, parseToken } from './token-text.ts';
import { anonymous, type Viewer } from './viewer.ts';

/** How exactly it is known when a token was used, in milliseconds: each request would else be a write. */
const USE_PRECISION = 60_000;

/**
 * Who the value of an `Authorization` header stands for. Without one it is anonymous. A token is asked of the store
 * each time, so that a revoked one is refused at once.
 */
export async function verifyToken(
  tokens: Pick<TokenStore, 'find' | 'use'>,
  authorization: string | undefined,
  now: Date,
): Promise<Viewer> {
  if (authorization === undefined || authorization.trim() === '') return anonymous;
  const [, text = ''] = /^bearer +(\S+) *$/i.exec(authorization) ?? [];
  const parts = parseToken(text);
  const token = parts && (await tokens.find(parts.id));
  if (!parts || !token || !isSecretOf(token, parts.secret)) return { kind: 'refused', because: 'unknown' };
  if (token.revokedAt !== null) return { kind: 'refused', because: 'revoked' };
  if (token.expiresAt !== null && Date.parse(token.expiresAt) <= now.getTime())
    return { kind: 'refused', because: 'expired' };
  if (now.getTime() - Date.parse(token.lastUsedAt ?? token.createdAt) >= USE_PRECISION || !token.lastUsedAt)
    await tokens.use(token.id, now.toISOString());
  return { kind: 'known', token: token.id, name: token.name, role: token.role };
}

/** Takes the same time wherever the two differ, so that a secret cannot be found out digit by digit. */
function isSecretOf({ hash }: StoredToken, secret: string): boolean {
  const [kept, given] = [Buffer.from(hash, 'hex'), Buffer.from(hashSecret(secret), 'hex')];
  return kept.length === given.length && timingSafeEqual(kept, given);
}
