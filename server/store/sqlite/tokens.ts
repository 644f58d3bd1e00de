import type { StoredToken, TokenRole, TokenStore } from '../token-store.ts';
import type { Connection, Row } from './connection.ts';
import { whenFree } from './when-free.ts';

const columns = 'id, name, role, hash, created_at, expires_at, revoked_at, last_used_at';

/** The tokens in the table of the graph's own file. */
export function tokensOf(connection: Connection): TokenStore {
  const write = <Result>(work: () => Result): Promise<Result> =>
    whenFree(() => connection.transaction('writing', work));
  const find = (id: string): StoredToken | null => {
    const [row] = connection.all(`SELECT ${columns} FROM token WHERE id = ?1`, [id]);
    return row ? tokenOf(row) : null;
  };
  return {
    add: ({ id, name, role, hash, createdAt, expiresAt, revokedAt, lastUsedAt }) =>
      write(() =>
        connection.run(`INSERT INTO token (${columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)`, [
          id,
          name,
          role,
          hash,
          createdAt,
          expiresAt,
          revokedAt,
          lastUsedAt,
        ]),
      ),
    find: async (id) => find(id),
    list: async () => connection.all(`SELECT ${columns} FROM token ORDER BY created_at, id`, []).map(tokenOf),
    revoke: (id, at) =>
      write(() => {
        connection.run('UPDATE token SET revoked_at = coalesce(revoked_at, ?2) WHERE id = ?1', [id, at]);
        return find(id);
      }),
    use: (id, at) =>
      write(() =>
        connection.run(`UPDATE token SET last_used_at = max(coalesce(last_used_at, ''), ?2) WHERE id = ?1`, [
          id,
          at,
        ]),
      ),
  };
}

function tokenOf(row: Row): StoredToken {
  const text = (name: string) => (typeof row[name] === 'string' ? row[name] : null);
  return {
    id: String(row.id),
    name: String(row.name),
    role: row.role as TokenRole,
    hash: String(row.hash),
    createdAt: String(row.created_at),
    expiresAt: text('expires_at'),
    revokedAt: text('revoked_at'),
    lastUsedAt: text('last_used_at'),
  };
}
