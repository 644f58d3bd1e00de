/**
 * The one text of a plain value: JSON without blanks, keys in the order of their UTF-16 code units, keys without a
 * value left out, numbers and texts as ECMAScript prints them. Equal values give equal texts on every store, so that
 * their hashes are equal too. Throws for what JSON cannot hold, such as infinite numbers.
 */
export function canonicalText(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`a ${typeof value} has no canonical text`);
  const fields = value as Readonly<Record<string, unknown>>;
  const names = Object.keys(fields).filter((name) => fields[name] !== undefined);
  return `{${names
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonicalText(fields[name])}`)
    .join(',')}}`;
}
