import type { GraphStore } from './graph-store.ts';
import { openSqliteStaging } from './sqlite/open-sqlite-staging.ts';
import { openSqliteStore } from './sqlite/sqlite-store.ts';
import type { Staging } from './staging.ts';

/** Which store, and where; passwords are in it, so that it must not be printed. */
export type StoreChoice =
  | { readonly kind: 'sqlite'; readonly folder: string }
  | {
      readonly kind: 'neo4j';
      readonly uri: string;
      readonly user: string;
      readonly password: string;
      readonly database?: string;
    };

export interface OpenOptions {
  /** A `server` has the embedded store for itself; a `command` works beside it. */
  readonly role: 'server' | 'command';
  /** Whether our nodes may live beside somebody else's in one Neo4j database. */
  readonly adopt: boolean;
}

/**
 * Opens the store of the choice and brings it to the newest format. Throws `StoreUnavailable` where it cannot be
 * reached, `StoreRefused` where it is not ours to open.
 */
export async function openGraphStore(choice: StoreChoice, { role, adopt }: OpenOptions): Promise<GraphStore> {
  if (choice.kind === 'sqlite') return openSqliteStore({ folder: choice.folder, role });
  const { kind: _kind, ...settings } = choice;
  // Its driver is loaded only where there is a Neo4j.
  const { openNeo4jStore } = await import('./neo4j/neo4j-store.ts');
  return openNeo4jStore({ ...settings, adopt, role });
}

/** Opens a place outside of memory for what an import reads; it needs no store, and is the same beside each. */
export function openStaging(): Staging {
  return openSqliteStaging();
}
