/** The closed list of failures that are expected: each is told to the user, none is thrown away. */
const problemCodes = {
  VALUE_INVALID: 'A value does not fit its property.',
  PROPERTY_UNKNOWN: 'The type has no such property.',
  TYPE_UNKNOWN: 'No such node type or relationship type.',
  ID_INVALID: 'The text is not an id.',
  ID_TAKEN: 'Another record has this id.',
  END_MISSING: 'A relationship, evidence or statement names a record that is not there.',
  END_NOT_ALLOWED: 'The relationship type does not join these node types.',
  END_HAS_ONE: 'The end may have one relationship of this type, and has another.',
  EVIDENCE_MISSING: 'A relationship without evidence is refused.',
  STANDING_ORDER: 'The value that is given first is not the one that stands by the rule.',
  STILL_REFERENCED: 'A record is to be removed on which others rest.',
  VERSION_CONFLICT: 'The record was changed since it was read.',
  KEY_REUSED: 'The idempotency key was used for something else.',
  FILE_INVALID: 'The file cannot be read as what it should be.',
  LAYOUT_UNKNOWN: 'The columns of the table are none that this version reads.',
} as const;

export type ProblemCode = keyof typeof problemCodes;

/** One failure, with where it is: enough for a person to mend it. */
export interface Problem {
  readonly code: ProblemCode;
  readonly message: string;
  readonly file?: string;
  readonly record?: string;
  readonly field?: string;
}

/** The problem in one line: `seeds/x.json: person/a: honorific: expected text`. */
export function printProblem({ file, record, field, message }: Problem): string {
  return [file, record, field, message].filter((part) => part !== undefined).join(': ');
}

export type Parsed<Value> =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };
