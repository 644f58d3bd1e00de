import type { StoredToken, TokenStore } from '../../../server/store/token-store.ts';

/** Tokens in memory, made to be obviously right. */
export function createModelTokens(): TokenStore {
  const tokens = new Map<string, StoredToken>();
  const change = (id: string, with_: (token: StoredToken) => StoredToken): StoredToken | null => {
    const token = tokens.get(id);
    if (!token) return null;
    const changed = with_(token);
    tokens.set(id, changed);
    return changed;
  };
  return {
    add: async (token) => void tokens.set(token.id, token),
    find: async (id) => tokens.get(id) ?? null,
    list: async () => [...tokens.values()].sort((a, b) => (a.createdAt + a.id < b.createdAt + b.id ? -1 : 1)),
    revoke: async (id, at) => change(id, (token) => ({ ...token, revokedAt: token.revokedAt ?? at })),
    use: async (id, at) => {
      change(id, (token) => ({
        ...token,
        lastUsedAt: (token.lastUsedAt ?? '') < at ? at : token.lastUsedAt,
      }));
    },
  };
}
