import { runOversight } from '../cli/run-oversight.ts';

/** What a server said to one request: the status, and the code of the first failure. */
export interface Said {
  readonly status: number;
  readonly code: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: the shape follows the operation, which stands beside the assertion.
  readonly data: any;
}

/** A token of a curator of the store that these settings name. */
export async function makeToken(settings: Record<string, string>): Promise<string> {
  const { code, out, err } = await runOversight(['token', 'create', '--name', 'Eve'], settings);
  if (code !== 0) throw new Error(`no token was made: ${err}`);
  return out.trim();
}

/** Sends one operation, and waits for the answer as long as the signal lets. */
export async function askServer(
  url: string,
  query: string,
  { token, variables = {}, signal }: { token?: string; variables?: object; signal?: AbortSignal } = {},
): Promise<Said> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
    ...(signal && { signal }),
  });
  const { data, errors } = (await response.json()) as {
    data?: unknown;
    errors?: readonly { readonly extensions?: { readonly code?: string } }[];
  };
  return { status: response.status, code: errors?.[0]?.extensions?.code ?? null, data };
}

const createPerson = `mutation ($input: CreateEntityInput!) { createEntity(input: $input) {
  __typename ... on CreateEntitySuccess { sequence entity { id } } } }`;

/** An edit as a curator sends it, with a key of its own: a new person. */
export function sendEdit(url: string, token: string, key: string, signal?: AbortSignal): Promise<Said> {
  const input = {
    entity: { person: { name: `Person ${key}` } },
    evidence: [{ basis: 'OUTSIDE', explanation: 'a test' }],
    reason: `edit ${key}`,
    idempotencyKey: key,
  };
  return askServer(url, createPerson, { token, variables: { input }, ...(signal && { signal }) });
}

/** The number under which an edit stands in the journal, as the server tells it; null where it was not done. */
export function sequenceOf({ data }: Said): number | null {
  return data?.createEntity?.sequence ?? null;
}
