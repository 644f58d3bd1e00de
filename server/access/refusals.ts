/**
 * The closed list of reasons for which a request is refused before anything is executed, with the HTTP status of
 * each and how to mend it. It is part of the list of codes that the API documents.
 */
export const refusalCodes = {
  BAD_REQUEST: { status: 400, says: 'The request is not one that GraphQL over HTTP knows.' },
  BAD_SYNTAX: { status: 400, says: 'The query is not valid GraphQL.' },
  QUERY_INVALID: { status: 400, says: 'The query asks for what the schema does not have.' },
  QUERY_TOO_LONG: { status: 400, says: 'The query has more characters or words than allowed.' },
  QUERY_TOO_DEEP: { status: 400, says: 'The query nests deeper than allowed.' },
  QUERY_TOO_COSTLY: {
    status: 400,
    says: 'The query may bring more records than allowed: ask for shorter pages.',
  },
  TOO_MANY_ALIASES: { status: 400, says: 'The query has more aliases than allowed.' },
  TOO_MANY_REPEATS: { status: 400, says: 'The query selects one field again and again.' },
  TOO_MANY_DIRECTIVES: { status: 400, says: 'The query has more directives than allowed.' },
  VARIABLES_TOO_DEEP: { status: 400, says: 'The variables nest deeper than allowed.' },
  ORIGIN_REFUSED: { status: 403, says: 'The page that sent the request belongs to another site.' },
  NOT_FOUND: { status: 404, says: 'There is nothing at this address.' },
  METHOD_NOT_ALLOWED: { status: 405, says: 'The address cannot be used with this method.' },
  BODY_TOO_LARGE: { status: 413, says: 'The request has a body above 256 KB.' },
  CONTENT_TYPE_REFUSED: { status: 415, says: 'A query is sent as application/json.' },
} as const satisfies Record<string, { readonly status: number; readonly says: string }>;

export type RefusalCode = keyof typeof refusalCodes;

/** Why a request is refused: a code out of the list, and a sentence for a person. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
}

export function refuse(code: RefusalCode, message: string = refusalCodes[code].says): Refusal {
  return { code, message };
}
