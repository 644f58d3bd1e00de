import {
  type ImportSettings,
  importFile,
  type ReadFile,
} from '../../../server/ingest/fragments/import-file.ts';
import type { ImportOutcome } from '../../../server/ingest/fragments/import-outcome.ts';
import type { TableFile } from '../../../server/ingest/tables/open-table-files.ts';
import type { GraphStore } from '../../../server/store/graph-store.ts';
import { openStaging } from '../../../server/store/open-graph-store.ts';

/** A table that stands in the test. */
export function tableOf(name: string, ...lines: readonly string[]): TableFile {
  return {
    name,
    bytes: async function* () {
      yield Buffer.from(`${lines.join('\n')}\n`);
    },
  };
}

/** Imports a table as the command does, with the settings that matter given. */
export function importTable(
  store: GraphStore,
  read: ReadFile,
  file: TableFile,
  settings: Partial<ImportSettings> = {},
): Promise<ImportOutcome> {
  return importFile(file, read, {
    store,
    openStaging,
    clock: () => new Date('2026-01-02T03:04:05Z'),
    author: 'import',
    strict: false,
    dryRun: false,
    signal: new AbortController().signal,
    tell: () => {},
    ...settings,
  });
}
