import type { StoredToken, TokenStore } from '../token-store.ts';
import type { Connection } from './connection.ts';
import type { Row } from './values.ts';

const fields = 't {.id, .name, .role, .hash, .createdAt, .expiresAt, .revokedAt, .lastUsedAt} AS token';

/** The tokens as nodes with a label of their own, which no relationship touches. */
export function tokensOf(connection: Connection): TokenStore {
  const write = (text: string, parameters: Row): Promise<readonly Row[]> =>
    connection.write((run) => run({ text, parameters }));
  return {
    // A unique id lets a driver that tries again find that it was there already.
    add: async (token) => {
      await write('MERGE (t:_Token {id: $token.id}) ON CREATE SET t = $token', { token });
    },
    find: async (id) => {
      const [row] = await connection.read({
        text: `MATCH (t:_Token {id: $id}) RETURN ${fields}`,
        parameters: { id },
      });
      return row ? tokenOf(row) : null;
    },
    list: async () => {
      const text = `MATCH (t:_Token) RETURN ${fields} ORDER BY t.createdAt, t.id`;
      return (await connection.read({ text, parameters: {} })).map(tokenOf);
    },
    revoke: async (id, at) => {
      const text = `MATCH (t:_Token {id: $id}) SET t.revokedAt = coalesce(t.revokedAt, $at) RETURN ${fields}`;
      const [row] = await write(text, { id, at });
      return row ? tokenOf(row) : null;
    },
    use: async (id, at) => {
      const text = "MATCH (t:_Token {id: $id}) WHERE coalesce(t.lastUsedAt, '') < $at SET t.lastUsedAt = $at";
      await write(text, { id, at });
    },
  };
}

/** Neo4j keeps no nulls, so that what is not set comes back as null by the projection. */
function tokenOf({ token }: Row): StoredToken {
  return token as StoredToken;
}
