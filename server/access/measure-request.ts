import { Lexer, Source, TokenKind } from 'graphql';
import { type Refusal, refuse } from './refusals.ts';

/** What the text of a query and its variables may have, before anything is parsed. */
const textLimits = { characters: 30_000, tokens: 4_000, variablesDepth: 12 } as const;

/** Whether the text of a query is short enough to be parsed. Text that is no GraphQL passes: the parser tells why. */
export function measureText(query: string): Refusal | null {
  if (query.length > textLimits.characters)
    return refuse('QUERY_TOO_LONG', `The query has more than ${textLimits.characters} characters.`);
  const lexer = new Lexer(new Source(query));
  try {
    for (let tokens = 0; lexer.advance().kind !== TokenKind.EOF; tokens += 1)
      if (tokens >= textLimits.tokens)
        return refuse('QUERY_TOO_LONG', `The query has more than ${textLimits.tokens} words and signs.`);
  } catch {
    // A text that breaks off here breaks off in the parser too, which says where.
    return null;
  }
  return null;
}

/** Whether variables nest no deeper than allowed; goes level by level, so that deep ones cannot exhaust the stack. */
export function measureVariables(variables: unknown): Refusal | null {
  let objects: readonly object[] = isObject(variables) ? [variables] : [];
  for (let depth = 1; objects.length > 0; depth += 1) {
    const inner: object[] = [];
    let holdsAny = false;
    for (const each of objects)
      for (const value of Object.values(each)) {
        holdsAny = true;
        if (isObject(value)) inner.push(value);
      }
    if (holdsAny && depth > textLimits.variablesDepth)
      return refuse(
        'VARIABLES_TOO_DEEP',
        `The variables nest deeper than ${textLimits.variablesDepth} levels.`,
      );
    objects = inner;
  }
  return null;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
