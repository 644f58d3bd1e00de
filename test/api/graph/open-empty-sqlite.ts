import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GraphStore } from '../../../server/store/graph-store.ts';
import { openSqliteStore } from '../../../server/store/sqlite/sqlite-store.ts';

/** An empty embedded store in a folder of its own, which goes when the store is closed. */
export async function openEmptySqlite(): Promise<GraphStore> {
  const folder = mkdtempSync(join(tmpdir(), 'oversight-api-'));
  const store = await openSqliteStore({ folder });
  return {
    ...store,
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
