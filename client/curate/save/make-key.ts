/**
 * A key that nobody else has: 128 random bits in hexadecimal. `crypto.randomUUID` is missing where the page is not
 * served over HTTPS or from this machine, and Oversight is served over plain HTTP in many a newsroom.
 */
export function makeKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
