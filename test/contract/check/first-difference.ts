/**
 * Where two answers first differ, as `path: expected …, was …`, or null where they are equal. A key whose value is
 * undefined counts as missing; the order of lists counts, that of keys and maps does not.
 */
export function firstDifference(expected: unknown, actual: unknown, path = 'answer'): string | null {
  if (Object.is(expected, actual)) return null;
  if (!isObject(expected) || !isObject(actual)) return tell(path, expected, actual);
  if (Array.isArray(expected) || Array.isArray(actual)) {
    if (!Array.isArray(expected) || !Array.isArray(actual)) return tell(path, expected, actual);
    const longer = Math.max(expected.length, actual.length);
    for (let index = 0; index < longer; index += 1) {
      const difference = firstDifference(expected[index], actual[index], `${path}[${index}]`);
      if (difference) return difference;
    }
    return null;
  }
  const [left, right] = [entriesOf(expected), entriesOf(actual)];
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    const difference = firstDifference(left.get(key), right.get(key), `${path}.${key}`);
    if (difference) return difference;
  }
  return null;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function entriesOf(value: object): Map<string, unknown> {
  const entries: [string, unknown][] =
    value instanceof Map ? [...value].map(([key, one]) => [String(key), one]) : Object.entries(value);
  return new Map(entries.filter(([, one]) => one !== undefined));
}

function tell(path: string, expected: unknown, actual: unknown): string {
  return `${path}: expected ${print(expected)}, was ${print(actual)}`;
}

function print(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
