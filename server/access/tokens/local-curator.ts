import type { GraphStore } from '../../store/graph-store.ts';
import type { StoredToken, TokenStore } from '../../store/token-store.ts';
import { hashSecret, makeToken, printToken } from './token-text.ts';

/** The name under which changes are made by whoever sits at the machine itself. */
const LOCAL_NAME = 'local curator';

/** Tokens with one more that lives as long as the process, and the text of it. */
export interface LocalCurator {
  readonly text: string;
  readonly tokens: Pick<TokenStore, 'find' | 'use'>;
}

/**
 * A token for the person at the machine, kept in memory only: a server that was killed leaves nothing behind that
 * would still be accepted. There is one for the embedded store on a loopback address, where whoever can read the
 * terminal can read the file of the graph as well; null for any other.
 */
export function addLocalCurator(
  { kind, tokens }: Pick<GraphStore, 'kind'> & { readonly tokens: Pick<TokenStore, 'find' | 'use'> },
  host: string,
  now: Date,
): LocalCurator | null {
  if (kind !== 'sqlite' || !isLoopback(host)) return null;
  const parts = makeToken();
  let local: StoredToken = {
    id: parts.id,
    name: LOCAL_NAME,
    role: 'curator',
    hash: hashSecret(parts.secret),
    createdAt: now.toISOString(),
    expiresAt: null,
    revokedAt: null,
    lastUsedAt: null,
  };
  return {
    text: printToken(parts),
    tokens: {
      find: async (id) => (id === local.id ? local : tokens.find(id)),
      use: async (id, at) => {
        if (id === local.id) local = { ...local, lastUsedAt: at };
        else await tokens.use(id, at);
      },
    },
  };
}

/** Whether only this machine can reach a server that listens on the host. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
