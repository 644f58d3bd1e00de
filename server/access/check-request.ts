import type { IncomingHttpHeaders } from 'node:http';
import { type Refusal, refuse } from './refusals.ts';

/**
 * Whether a request may go on to GraphQL, by its head alone. A query is posted as JSON, which a page of another site
 * cannot do without asking first, and nobody answers it: so no foreign page can act for a user of this one.
 */
export function checkRequest(method: string | undefined, headers: IncomingHttpHeaders): Refusal | null {
  if (method === 'GET' || method === 'HEAD') return null;
  if (method !== 'POST') return refuse('METHOD_NOT_ALLOWED', 'Send queries by POST, or by GET.');
  if (!isOwnOrigin(headers)) return refuse('ORIGIN_REFUSED');
  return isJson(headers['content-type'])
    ? null
    : refuse('CONTENT_TYPE_REFUSED', 'Send the query as application/json, in UTF-8.');
}

/** A browser names the site that a request comes from; what is no browser names none. */
function isOwnOrigin({ origin, host }: IncomingHttpHeaders): boolean {
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

function isJson(contentType: string | undefined): boolean {
  const [type = '', ...parameters] = (contentType ?? '').split(';').map((part) => part.trim().toLowerCase());
  const isUtf8 = parameters.every(
    (parameter) => !parameter.startsWith('charset=') || /^charset="?utf-?8"?$/.test(parameter),
  );
  return type === 'application/json' && isUtf8;
}
