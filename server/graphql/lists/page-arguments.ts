import type { PageRequest } from '../../store/node-query.ts';
import type { builder } from '../builder.ts';
import { fail } from '../failures.ts';
import { readCursor } from './cursor.ts';

export const PAGE_LIMIT = 100;
export const PAGE_DEFAULT = 20;

type Arguments = PothosSchemaTypes.ObjectFieldBuilder<typeof builder.$inferSchemaTypes, unknown>['arg'];

/** The arguments of a list that can be walked both ways; `PageInfo` says what they mean, once. */
export function pageArguments(t: Arguments) {
  return { first: t.int(), after: t.string(), last: t.int(), before: t.string() };
}

/** The page that is asked for of the list with this fingerprint. */
export function readPage(args: Readonly<Record<string, unknown>>, fingerprint: () => string): PageRequest {
  const { first = null, last = null, after = null, before = null } = args;
  const backward = last !== null || (before !== null && first === null);
  if ((first !== null || after !== null) && (last !== null || before !== null)) {
    fail('BAD_ARGUMENT', 'Walk a list one way: `first` with `after`, or `last` with `before`.');
  }
  const cursor = backward ? before : after;
  return {
    direction: backward ? 'backward' : 'forward',
    limit: readCount(backward ? last : first, backward ? 'last' : 'first', PAGE_LIMIT) ?? PAGE_DEFAULT,
    from: typeof cursor === 'string' ? readCursor(cursor, fingerprint()) : null,
  };
}

/** The number if it is between 1 and the limit, null if it is missing; fails with BAD_RANGE otherwise. */
export function readCount(value: unknown, name: string, limit: number, least = 1): number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' && value >= least && value <= limit) return value;
  return fail('BAD_RANGE', `\`${name}\` must be between ${least} and ${limit}.`);
}
