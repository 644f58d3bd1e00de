/**
 * The one text of a plain value: JSON without blanks, keys in the order of their UTF-16 code units, keys without a
 * value left out, numbers and texts as ECMAScript prints them. Equal values give equal texts on every store, so that
 * their hashes are equal too. Throws for what JSON cannot hold, such as infinite numbers, and for keys that are whole
 * numbers, which an object does not hold in that order.
 */
export function canonicalText(value: unknown): string {
  return JSON.stringify(inOrder(value));
}

type Fields = Readonly<Record<string, unknown>>;

/** The value with its keys in order: itself, where they are so already, as in most of what a store reads. */
function inOrder(value: unknown): unknown {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return listInOrder(value);
  if (typeof value !== 'object') throw new TypeError(`a ${typeof value} has no canonical text`);
  const fields = value as Fields;
  if (!hasNamesInOrder(fields)) return sorted(fields);
  let copy: Record<string, unknown> | null = null;
  for (const name in fields) {
    const field = fields[name];
    if (field === undefined) continue;
    const ordered = inOrder(field);
    if (ordered === field) continue;
    copy ??= { ...fields };
    copy[name] = ordered;
  }
  return copy ?? fields;
}

function hasNamesInOrder(fields: Fields): boolean {
  let last = '';
  let isInOrder = true;
  for (const name in fields) {
    if (isWholeNumber(name)) throw new TypeError(`the key ${name} has no place in a canonical text`);
    if (name < last) isInOrder = false;
    last = name;
  }
  return isInOrder;
}

function listInOrder(list: readonly unknown[]): readonly unknown[] {
  let copy: unknown[] | null = null;
  for (const [index, member] of list.entries()) {
    const ordered = inOrder(member);
    if (ordered === member) continue;
    copy ??= [...list];
    copy[index] = ordered;
  }
  return copy ?? list;
}

function sorted(fields: Fields): Fields {
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(fields).sort())
    if (fields[name] !== undefined) copy[name] = inOrder(fields[name]);
  return copy;
}

function isWholeNumber(name: string): boolean {
  const first = name.charCodeAt(0);
  return first >= 48 && first <= 57 && /^(0|[1-9]\d*)$/.test(name);
}
