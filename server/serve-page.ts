import { createHash } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { type Exchange, sendAnswer, wantsPage } from './exchange.ts';
import { pagePathOf, pageSubjectOf } from './pages/page-path.ts';
import { readPage } from './pages/read-page.ts';
import { type PageFrame, renderNotice, renderPage } from './pages/render-page.ts';
import type { ClientFiles } from './serve-client.ts';
import { type GraphStore, StoreUnavailable } from './store/graph-store.ts';

export interface PageParts {
  readonly store: Pick<GraphStore, 'read' | 'survivors'>;
  readonly clientFiles: ClientFiles;
  /** How long the store may take, in milliseconds. */
  readonly timeout: number;
}

/**
 * Serves the readable page of the node that the address names. A browser is told in HTML where there is none, or
 * where the store does not answer; for another client this is false, and the caller answers.
 */
export async function servePageOf(exchange: Exchange, parts: PageParts): Promise<boolean> {
  const subject = pageSubjectOf(exchange.path ?? '');
  if (!subject) return false;
  const frame: PageFrame = { origin: exchange.origin, style: styleOf(parts.clientFiles) };
  const takesHtml = wantsPage(exchange.request);
  try {
    const signal = AbortSignal.timeout(parts.timeout);
    // Each of the plans of a page may listen; Node takes more than ten listeners for a leak, and says so on stderr.
    setMaxListeners(0, signal);
    const tree = await readPage(parts.store, subject, { signal });
    const survivor = tree ? undefined : (await parts.store.survivors([subject.id])).get(subject.id);
    if (survivor) {
      sendMoved(exchange, pagePathOf(survivor));
      return true;
    }
    if (tree) sendPage(exchange, 200, renderPage(tree, frame));
    else if (takesHtml) sendPage(exchange, 404, renderNotice('Not found', notFound, frame));
    return tree !== null || takesHtml;
  } catch (error) {
    if (!(error instanceof StoreUnavailable && takesHtml)) throw error;
    sendPage(exchange, 503, renderNotice('Not available', notAvailable, frame));
    return true;
  }
}

const notFound =
  'The graph has nothing at this address. It may have been removed, or the address is mistyped.';
const notAvailable = 'The database does not answer; try again later.';

function sendPage(exchange: Exchange, status: 200 | 404 | 503, body: string): void {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const headers: Record<string, string> = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': status === 200 ? 'no-cache' : 'no-store',
    vary: 'accept',
    ...(status === 200 ? { etag } : {}),
  };
  const isKnown = status === 200 && exchange.request.headers['if-none-match'] === etag;
  sendAnswer(exchange, {
    status: isKnown ? 304 : status,
    policy: 'reading',
    headers,
    body: isKnown ? '' : body,
  });
}

/** The node was merged: its page is that of the survivor, for good as far as anybody knows. */
function sendMoved(exchange: Exchange, location: string): void {
  const headers = { location, 'cache-control': 'no-cache' };
  sendAnswer(exchange, { status: 301, policy: 'reading', headers, body: '' });
}

/** The stylesheet of the pages, which the build names by its content. */
function styleOf(files: ClientFiles): string | null {
  for (const path of files.keys()) if (/^\/assets\/page-[\w-]+\.css$/.test(path)) return path;
  return null;
}
