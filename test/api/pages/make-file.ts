import type { ClientFile } from '../../../server/pages/client-files.ts';

/** A file of a client that was never built. */
export function makeFile(text: string): ClientFile {
  return {
    contentType: 'text/css; charset=utf-8',
    bytes: Buffer.from(text),
    etag: '"made"',
    isImmutable: true,
    gzipped: () => Promise.resolve(null),
  };
}
