import { formats } from '../../server/ingest/formats.ts';
import { openTableFiles } from '../../server/ingest/tables/open-table-files.ts';
import type { FacetCount } from '../../server/store/graph-store.ts';
import { openGraphStore, type StoreChoice } from '../../server/store/open-graph-store.ts';
import { importQuietly } from './import-quietly.ts';

/** What importing one table came to and cost. */
interface ImportedTable {
  readonly table: string;
  readonly kind: string;
  readonly rows: number;
  readonly created: number;
  readonly changed: number;
  /** Seconds. */
  readonly wall: number;
  /** Seconds of this process, in its own code and in the system's on its behalf. */
  readonly cpu: number;
}

export interface ImportedAll {
  readonly tables: readonly ImportedTable[];
  /** The most memory that the process had at any time, in bytes. */
  readonly peak: number;
  readonly counts: readonly FacetCount[];
}

/** Imports files into a store as the command does. What it costs is measured inside the process that does it. */
export async function importTables(
  choice: StoreChoice,
  format: string,
  files: readonly string[],
): Promise<ImportedAll> {
  const store = await openGraphStore(choice, { role: 'command', adopt: false });
  const read = formats[format];
  if (!read) throw new RangeError(`“${format}” is no format`);
  try {
    const tables: ImportedTable[] = [];
    for (const file of files)
      for (const table of await openTableFiles(file)) {
        const [began, before] = [performance.now(), process.cpuUsage()];
        const outcome = await importQuietly(store, table, read);
        if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.problems.slice(0, 5)));
        const { user, system } = process.cpuUsage(before);
        tables.push({
          table: table.name,
          kind: outcome.kind,
          rows: 'rows' in outcome ? outcome.rows : 0,
          created: 'created' in outcome ? outcome.created : 0,
          changed: 'changed' in outcome ? outcome.changed : 0,
          wall: (performance.now() - began) / 1000,
          cpu: (user + system) / 1e6,
        });
        process.stderr.write(`${table.name}: ${outcome.kind}\n`);
      }
    // Counting is no part of the import, and has memory of its own.
    const peak = process.resourceUsage().maxRSS * 1024;
    const counts = await store.facets({ ids: null, types: null, where: null, by: ['type'] });
    return { tables, counts, peak };
  } finally {
    await store.close();
  }
}
