import type { SqlValue } from './connection.ts';

/** Collects the values of a statement while its text is written, and gives out names for its tables. */
export interface SqlValues {
  /** Notes a value; the answer stands for it in the text. */
  add(value: SqlValue | boolean): string;
  /** Notes a list of any length as one value, so that the text does not depend on it: `x IN ${addList(…)}`. */
  addList(values: readonly (string | number)[]): string;
  /** A name that no other table of the statement has. */
  alias(): string;
  readonly all: readonly SqlValue[];
}

export function collectSqlValues(): SqlValues {
  const all: SqlValue[] = [];
  let aliases = 0;
  const add = (value: SqlValue | boolean): string =>
    `?${all.push(typeof value === 'boolean' ? Number(value) : value)}`;
  return {
    all,
    add,
    addList: (values) => `(SELECT value FROM json_each(${add(JSON.stringify(values))}))`,
    alias: () => {
      aliases += 1;
      return `t${aliases}`;
    },
  };
}
