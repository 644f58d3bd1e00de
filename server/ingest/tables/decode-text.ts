import { createHash } from 'node:crypto';

/** How the bytes of a table stand for text. */
export type TextEncoding = 'utf-8' | 'windows-1252';

/** What a first walk through the bytes tells, before any of it is read as text. */
export interface ByteFacts {
  readonly encoding: TextEncoding;
  readonly size: number;
  readonly sha256: string;
}

/**
 * The encoding, the size and the hash of some bytes. What is not UTF-8 throughout is taken for Windows-1252, in which
 * spreadsheets of the West are saved: one stray byte far down decides, so that all must be seen.
 */
export async function inspectBytes(bytes: AsyncIterable<Uint8Array>): Promise<ByteFacts> {
  const hash = createHash('sha256');
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let encoding: TextEncoding = 'utf-8';
  let size = 0;
  const check = (chunk?: Uint8Array) => {
    if (encoding !== 'utf-8') return;
    try {
      utf8.decode(chunk, { stream: chunk !== undefined });
    } catch {
      // The decoder tells that bytes are not UTF-8 by throwing, which is the answer that is wanted.
      encoding = 'windows-1252';
    }
  };
  for await (const chunk of bytes) {
    hash.update(chunk);
    size += chunk.length;
    check(chunk);
  }
  check();
  return { encoding, size, sha256: hash.digest('hex') };
}

/** The text of the bytes, piece by piece, without a byte order mark. */
export async function* decodeText(
  bytes: AsyncIterable<Uint8Array>,
  encoding: TextEncoding,
): AsyncGenerator<string> {
  if (encoding === 'windows-1252') {
    for await (const chunk of bytes) yield decodeWindows1252(chunk);
    return;
  }
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** What Windows-1252 has at 0x80 to 0x9F, where Latin-1 has control characters; five places are empty. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** By hand, since Node 20 and 22 take the name of this encoding for that of Latin-1. */
function decodeWindows1252(chunk: Uint8Array): string {
  return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (character) => HIGH[character.charCodeAt(0) - 0x80] ?? character);
}
