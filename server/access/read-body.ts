import type { IncomingMessage } from 'node:http';

/** The largest body that is read, in bytes. */
const bodyLimit = 256 * 1024;

export type BodyRead =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'too large' }
  /** The client went away while it was sending. */
  | { readonly kind: 'broken off' };

/** Reads a body as UTF-8 as far as the limit goes. One that says at its head that it is larger is not read at all. */
export async function readBody(request: IncomingMessage, limit: number = bodyLimit): Promise<BodyRead> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return { kind: 'too large' };
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else {
        request.pause();
        resolve({ kind: 'too large' });
      }
    });
    request.on('end', () => {
      const [first = Buffer.alloc(0)] = chunks;
      const whole = chunks.length > 1 ? Buffer.concat(chunks) : first;
      resolve({ kind: 'text', text: whole.toString('utf8') });
    });
    request.on('error', () => resolve({ kind: 'broken off' }));
    request.on('close', () => resolve({ kind: 'broken off' }));
  });
}
