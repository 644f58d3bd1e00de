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
    const { key, fixed } = kindOf(query);
    return share(
      key,
      query,
      async (queries, signal) => {
        const [only] = queries;
        if (queries.length === 1 && only) return [await read(only, { signal })];
        return splitRows(await read(joinStatements(queries, columns, fixed), { signal }), queries.length);
      },
      options?.signal,
    );
  };
}

/** What statements must have in common to be sent together: the text, and the values that a text may not vary. */
function kindOf({ text, parameters }: Query): { readonly key: string; readonly fixed: ReadonlySet<string> } {
  // Cypher takes no value of a row for a limit.
  const fixed = new Set(Array.from(text.matchAll(/\bLIMIT \$(\w+)/g), ([, name = '']) => name));
  const values = Array.from(fixed, (name) => `${name} ${String(parameters[name])}`);
  return { key: `${values.join('\n')}\n${text}`, fixed };
}

/** The text as a subquery that runs once for each set of values. Each row that it returns says which one it is of. */
function joinStatements(
  queries: readonly Query[],
  columns: readonly string[],
  fixed: ReadonlySet<string>,
): Query {
  const [{ text, parameters: first } = { text: '', parameters: {} }] = queries;
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
