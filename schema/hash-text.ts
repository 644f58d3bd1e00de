import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Node's own, which is ten times as fast: an import makes some millions of hashes. A browser has none that answers at once. */
const native = globalThis.process?.getBuiltinModule?.('node:crypto');

/** SHA-256 of the text in UTF-8, in hexadecimal. */
export const hashText: (text: string) => string = native
  ? (text) => native.hash('sha256', text)
  : hashTextInScript;

/** The same, in JavaScript alone. */
export function hashTextInScript(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
