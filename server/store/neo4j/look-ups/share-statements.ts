import { int } from 'neo4j-driver';
import type { ReadOptions } from '../../graph-store.ts';
import type { Query } from '../plan/plan-to-cypher.ts';
import type { Row } from '../values.ts';
import { shareQuestions } from './share-questions.ts';

type Read = (query: Query, options?: ReadOptions) => Promise<readonly Row[]>;

/** Runs a statement that only reads, together with others that differ in their values alone. */
export type SharedStatement = (
  query: Query,
  columns: readonly string[],
  options?: ReadOptions,
) => Promise<readonly Row[]>;

/** Statements sent together at most: they run one after the other, and whoever waits, waits for all of them. */
const MOST_STATEMENTS = 16;

/**
 * Makes statements of one text share their way to the database: what waits becomes one statement that runs the text
 * for each. `columns` are the names that the text returns.
 */
export function shareStatements(read: Read, mayRetry: (problem: unknown) => boolean): SharedStatement {
  const share = shareQuestions<Query, readonly Row[]>({ mayRetry, sizeOf: () => 1, most: MOST_STATEMENTS });
  return (query, columns, options) => {
    return share(
      keyOf(query),
      query,
      async (queries, signal) => {
        const [only] = queries;
        if (queries.length === 1 && only) return [await read(only, { signal })];
        return splitRows(await read(joinStatements(queries, columns), { signal }), queries.length);
      },
      options?.signal,
    );
  };
}

/** What statements must have in common to be sent together: the text, and the values that a text cannot vary. */
function keyOf({ text, parameters }: Query): string {
  return [...limitsIn(text).map((name) => `${name} ${String(parameters[name])}`), text].join('\n');
}

/** The parameters that are limits: Cypher takes no value of a row for one. */
function limitsIn(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(/\bLIMIT \$(\w+)/g), ([, name = '']) => name))];
}

/**
 * One statement for several of one key: their text as a subquery that runs once for each set of values. Each row that it
 * returns says by `nth` which one it is of.
 */
export function joinStatements(queries: readonly Query[], columns: readonly string[]): Query {
  const [{ text, parameters: first } = { text: '', parameters: {} }] = queries;
  const fixed = new Set(limitsIn(text));
  const inside = text
    .replace(/\$(\w+)/g, (given, name) => (fixed.has(name) ? given : `ask.${name}`))
    .replace(/\bCALL \(([^)]*)\) \{/g, (_call, names) => `CALL (${names ? `ask, ${names}` : 'ask'}) {`);
  const asks = queries.map(({ parameters }) =>
    Object.fromEntries(Object.entries(parameters).filter(([name]) => !fixed.has(name))),
  );
  const shared = Object.fromEntries(Array.from(fixed, (name) => [name, first[name]]));
  return {
    text: [
      'UNWIND $asks AS each',
      'WITH each.nth AS nth, each.ask AS ask',
      'CALL (ask) {',
      inside,
      '}',
      `RETURN nth, ${columns.join(', ')}`,
    ].join('\n'),
    parameters: { ...shared, asks: asks.map((ask, nth) => ({ nth: int(nth), ask })) },
  };
}

function splitRows(rows: readonly Row[], count: number): readonly (readonly Row[])[] {
  const byAsk = Array.from({ length: count }, (): Row[] => []);
  for (const { nth, ...row } of rows) byAsk[Number(nth)]?.push(row);
  return byAsk;
}
