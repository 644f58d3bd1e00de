import { importFile, type ReadFile } from '../../server/ingest/fragments/import-file.ts';
import type { TableFile } from '../../server/ingest/tables/open-table-files.ts';
import type { GraphStore } from '../../server/store/graph-store.ts';
import { openStaging } from '../../server/store/open-graph-store.ts';

/** Imports one table as the command does, and tells nobody how far it is. */
export function importQuietly(store: GraphStore, table: TableFile, read: ReadFile) {
  return importFile(table, read, {
    store,
    openStaging,
    clock: () => new Date(),
    author: 'bench',
    strict: false,
    dryRun: false,
    signal: new AbortController().signal,
    tell: () => undefined,
  });
}
