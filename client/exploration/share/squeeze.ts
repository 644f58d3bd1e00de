import { deflateSync, Inflate } from 'fflate';

/** A view of 20,000 nodes with long ids is half of this; what swells beyond it was made to harm. */
const LARGEST = 4_000_000;
/** Small enough that no slice swells by more than a megabyte, as deflate does a thousandfold at most. */
const SLICE = 1_000;

/** Text, deflated, as base64url: it can stand in an address as it is. */
export function squeeze(text: string): string {
  const bytes = deflateSync(new TextEncoder().encode(text), { level: 9 });
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The text that was squeezed, or null where there is none: not base64url, cut off, or larger than a view can be. */
export function unsqueeze(squeezed: string): string | null {
  if (!/^[\w-]+$/.test(squeezed) || squeezed.length > LARGEST) return null;
  try {
    const binary = atob(squeezed.replaceAll('-', '+').replaceAll('_', '/'));
    return inflate(Uint8Array.from(binary, (character) => character.charCodeAt(0)));
  } catch {
    // Base64, deflate and UTF-8 each throw on text that is not theirs, which a mistyped link is.
    return null;
  }
}

function inflate(bytes: Uint8Array): string | null {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let isWhole = false;
  const inflater = new Inflate((chunk, isLast) => {
    text += decoder.decode(chunk, { stream: !isLast });
    isWhole = isLast;
  });
  for (let start = 0; start < bytes.length && text.length <= LARGEST; start += SLICE)
    inflater.push(bytes.subarray(start, start + SLICE), start + SLICE >= bytes.length);
  return isWhole && text.length <= LARGEST ? text : null;
}
