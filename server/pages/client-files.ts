import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** A file of the built client, in memory: the whole client is a few megabytes. */
export interface ClientFile {
  readonly contentType: string;
  readonly bytes: Buffer;
  readonly etag: string;
  /** Its name holds a hash of its content, so that it never changes under that name. */
  readonly isImmutable: boolean;
  /** Compressed when first asked for; null where that would not help. */
  readonly gzipped: () => Promise<Buffer | null>;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
const compressible = /^text\/|json|svg|font\/ttf/;
const compress = promisify(gzip);

/**
 * Reads the built client into memory, by the path at which it is served: `/assets/x.js`. An absent folder gives
 * nothing. What is asked for is looked up here and never on the disk, so that no path can lead out of the folder.
 */
export async function readClientFiles(folder: string): Promise<ReadonlyMap<string, ClientFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = new Map<string, ClientFile>();
  for (const entry of entries.filter((each) => each.isFile())) {
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    files.set(path, makeFile(path, await readFile(file)));
  }
  return files;
}

function makeFile(path: string, bytes: Buffer): ClientFile {
  const contentType = contentTypes[extname(path)] ?? 'application/octet-stream';
  let gzipped: Promise<Buffer | null> | undefined;
  return {
    contentType,
    bytes,
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`,
    isImmutable: path.startsWith('/assets/'),
    gzipped: () => {
      gzipped ??=
        compressible.test(contentType) && bytes.length > 1024 ? compress(bytes) : Promise.resolve(null);
      return gzipped;
    },
  };
}
