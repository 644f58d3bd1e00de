import { type Answer, createNonce, type Exchange, sendAnswer, takesGzip } from './exchange.ts';
import type { ClientFile } from './pages/client-files.ts';

export type ClientFiles = ReadonlyMap<string, ClientFile>;

const explorerPage = '/index.html';
const playgroundPage = '/playground/index.html';
const embedPage = '/embed/index.html';

/** Whether a path opens the explorer: its own, and the addresses that it keeps below `/explore`. */
export function isExplorerPath(path: string): boolean {
  return path === '/' || path === explorerPage || path === '/explore' || path.startsWith('/explore/');
}

/** Serves the explorer, the playground or one of their files; false where there is no such file. */
export async function serveExplorer(exchange: Exchange, files: ClientFiles): Promise<boolean> {
  return servePage(exchange, files.get(explorerPage));
}

export async function servePlayground(exchange: Exchange, files: ClientFiles): Promise<boolean> {
  return servePage(exchange, files.get(playgroundPage));
}

/** Serves the page of a view that is shown within a page of somebody else. */
export async function serveEmbed(exchange: Exchange, files: ClientFiles): Promise<boolean> {
  return servePage(exchange, files.get(embedPage), 'embed');
}

export async function serveFile(exchange: Exchange, files: ClientFiles): Promise<boolean> {
  const file = files.get(exchange.path ?? '');
  // Pages are served with a nonce, under their own addresses alone.
  if (!file || exchange.path?.endsWith('.html')) return false;
  const headers: Record<string, string> = {
    'content-type': file.contentType,
    'cache-control': file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
    etag: file.etag,
  };
  if (exchange.request.headers['if-none-match'] === file.etag) {
    sendAnswer(exchange, { status: 304, policy: 'data', headers, body: '' });
    return true;
  }
  sendAnswer(
    exchange,
    await compressed(exchange, file, { status: 200, policy: 'data', headers, body: file.bytes }),
  );
  return true;
}

/** A page is made for each request, since its nonce may be used once only. */
async function servePage(
  exchange: Exchange,
  file: ClientFile | undefined,
  policy: 'page' | 'embed' = 'page',
): Promise<boolean> {
  if (!file) return false;
  const nonce = createNonce();
  const body = file.bytes
    .toString('utf8')
    .replace('<head>', `<head>\n    <meta property="csp-nonce" nonce="${nonce}" />`);
  const headers = { 'content-type': file.contentType, 'cache-control': 'no-store', vary: 'accept' };
  sendAnswer(exchange, { status: 200, policy, nonce, headers, body });
  return true;
}

async function compressed({ request }: Exchange, file: ClientFile, answer: Answer): Promise<Answer> {
  if (!takesGzip(request)) return answer;
  const body = await file.gzipped();
  return body ? { ...answer, headers: { ...answer.headers, 'content-encoding': 'gzip' }, body } : answer;
}
