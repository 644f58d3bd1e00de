import { Client, fetchExchange } from '@urql/core';
import { watchConnection } from './connection.ts';
import { currentToken } from './token.ts';

/** The API of the server that served this page. */
export const client = new Client({
  url: '/graphql',
  // Queries are long and hold what people search for: neither belongs into an address that is logged.
  preferGetMethod: false,
  // Streams come by server-sent events, as the server speaks them.
  fetchSubscriptions: true,
  fetchOptions: () => {
    const token = currentToken();
    return token === null ? {} : { headers: { authorization: `Bearer ${token}` } };
  },
  exchanges: [watchConnection, fetchExchange],
});
