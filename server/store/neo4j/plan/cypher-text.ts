/** A query in the making: hands out names that are used once, and keeps every value as a parameter. */
export interface CypherText {
  /** A name that no other part of the query uses. */
  variable(prefix: string): string;
  /** Keeps the value and answers how the text refers to it, as `$p3`. */
  parameter(value: unknown): string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

export function newCypherText(): CypherText {
  const parameters: Record<string, unknown> = {};
  let variables = 0;
  let values = 0;
  return {
    parameters,
    variable: (prefix) => `${prefix}${variables++}`,
    parameter: (value) => {
      const name = `p${values++}`;
      parameters[name] = value;
      return `$${name}`;
    },
  };
}
