/** A query in the making: hands out names that are used once, and keeps every value as a parameter. */
export interface CypherText {
  /** A name that no other part of the query uses. */
  variable(prefix: string): string;
  /** Keeps the value and answers how the text refers to it, as `$p3`. */
  parameter(value: unknown): string;
  /** Takes over the parameters of a part that was made apart, under a mark of its own. */
  adopt(parameters: Readonly<Record<string, unknown>>): void;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Names of a part that is made apart carry its mark, so that they meet no others. */
export function newCypherText(mark = ''): CypherText {
  const parameters: Record<string, unknown> = {};
  let variables = 0;
  let values = 0;
  return {
    parameters,
    variable: (prefix) => `${prefix}${mark}${variables++}`,
    adopt: (others) => {
      Object.assign(parameters, others);
    },
    parameter: (value) => {
      const name = `p${mark}${values++}`;
      parameters[name] = value;
      return `$${name}`;
    },
  };
}
