import { int, isInt } from 'neo4j-driver';

/** A statement as it is sent to the server of the bare driver. */
export interface Statement {
  readonly text: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Whole numbers of Neo4j have no form in JSON: they are sent as `{ int: 5 }`. */
export function packParameters(parameters: Statement['parameters']): Statement['parameters'] {
  return mapValues(parameters, (value) => (isInt(value) ? { int: value.toNumber() } : value));
}

export function unpackParameters(parameters: Statement['parameters']): Statement['parameters'] {
  return mapValues(parameters, (value) =>
    typeof value === 'object' && value !== null && 'int' in value ? int(Number(value.int)) : value,
  );
}

function mapValues(values: Statement['parameters'], change: (value: unknown) => unknown) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
}
