import { GraphQLError } from 'graphql';
import type { Charged } from '../access/rates/rate-limits.ts';
import type { ApiContext } from './context.ts';

/** Charges whoever sent the request: the holder of a token, otherwise the address. Fails with RATE_LIMITED. */
export async function chargeCaller(
  { limiter, address, viewer }: Pick<ApiContext, 'limiter' | 'address' | 'viewer'>,
  what: Charged,
  cost: number,
): Promise<void> {
  const who = await viewer();
  const seconds = limiter.charge(what, who.kind === 'known' ? `token ${who.token}` : address(), cost);
  if (seconds === null) return;
  const message = `Too much was asked for in a short time: try again in ${seconds} s.`;
  const http = { status: 429, headers: { 'retry-after': String(seconds) } };
  throw new GraphQLError(message, { extensions: { code: 'RATE_LIMITED', retryAfter: seconds, http } });
}
