interface QueryToPost {
  readonly query: string;
  readonly variables?: unknown;
  readonly operationName?: string | null | undefined;
}

/** Posts a query to our own API. An answer that is no JSON, as from a proxy in between, is told as a failure. */
export async function postQuery({ query, variables, operationName }: QueryToPost): Promise<object> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json;q=0.9',
    },
    body: JSON.stringify({ query, variables, operationName }),
  });
  try {
    return await response.json();
  } catch {
    return { errors: [{ message: `The server answered ${response.status} without JSON.` }] };
  }
}
