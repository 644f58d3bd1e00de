import { createHash, randomBytes } from 'node:crypto';

/** A token apart: the id by which it is found, and the secret that proves it. */
export interface TokenParts {
  readonly id: string;
  readonly secret: string;
}

/** Begins with our name, so that a scanner of leaked secrets can know it. */
const FORM = /^ovs_([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/;

/** A new token: 48 random bits to find it by, and 256 that nobody can guess. */
export function makeToken(): TokenParts {
  return { id: randomBytes(6).toString('hex'), secret: randomBytes(32).toString('base64url') };
}

/** The text that its holder keeps. */
export function printToken({ id, secret }: TokenParts): string {
  return `ovs_${id}_${secret}`;
}

/** Null for text that is no token of ours. */
export function parseToken(text: string): TokenParts | null {
  const [, id, secret] = FORM.exec(text) ?? [];
  return id !== undefined && secret !== undefined ? { id, secret } : null;
}

/**
 * What the store keeps of a secret: SHA-256, in hexadecimal. A slow hash defends words that people choose, which can
 * be guessed one by one; 256 random bits cannot be, so that a fast one is as safe and costs each request nothing.
 */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
