import { Argument, type Command } from 'commander';
import { readOnsAreas } from '../ingest/areas/read-ons-areas.ts';
import { type ImportSettings, importFile, type ReadFile } from '../ingest/fragments/import-file.ts';
import type { ImportOutcome } from '../ingest/fragments/import-outcome.ts';
import { printImportOutcome } from '../ingest/fragments/print-import-outcome.ts';
import { readIlacs } from '../ingest/ilacs/read-ilacs.ts';
import { readInYear, readProviderLevel } from '../ingest/ofsted/read-statistics.ts';
import { FileUnreadable, openTableFiles } from '../ingest/tables/open-table-files.ts';
import { openStaging } from '../store/open-graph-store.ts';
import { CommandRefused, runOnStore } from './run-command.ts';
import { showProgress } from './show-progress.ts';

interface ImportOptions {
  readonly author: string;
  readonly strict: boolean;
  readonly dryRun: boolean;
}

/** Formats by the name that the command knows them by. */
const formats: Readonly<Record<string, ReadFile>> = {
  'ofsted-provider-level': readProviderLevel,
  'ofsted-in-year': readInYear,
  'ilacs-history': readIlacs,
  'ons-areas': readOnsAreas,
};

export function addImport(program: Command): void {
  program
    .command('import')
    .description(
      'bring files of data into the graph, each whole or not at all; may be repeated, and run beside a server',
    )
    .addArgument(new Argument('<format>', 'what the files are').choices(Object.keys(formats)))
    .argument('<files...>', 'tables, plain, as .gz, or several in a .zip')
    .option('--author <name>', 'whose change it is in the journal', 'import')
    .option('--strict', 'refuse a file with a row that cannot be read', false)
    .option('--dry-run', 'write nothing, and tell what would be written', false)
    .action((format: string, files: readonly string[], options: ImportOptions, command: Command) =>
      runOnStore(command, 'command', async ({ store, signal }) => {
        const read = formats[format];
        if (!read) throw new CommandRefused(`“${format}” is no format.`);
        let refused = 0;
        for (const path of files)
          for await (const outcome of importTables(path, read, { ...options, store, signal })) {
            process.stdout.write(`${printImportOutcome(outcome)}\n`);
            if (outcome.kind === 'refused') refused += 1;
          }
        return refused > 0 ? 1 : 0;
      }),
    );
}

async function* importTables(
  path: string,
  read: ReadFile,
  settings: Pick<ImportSettings, 'author' | 'strict' | 'dryRun' | 'store' | 'signal'>,
): AsyncGenerator<ImportOutcome> {
  let tables: Awaited<ReturnType<typeof openTableFiles>>;
  try {
    tables = await openTableFiles(path);
  } catch (error) {
    if (!(error instanceof FileUnreadable)) throw error;
    return yield { file: path, kind: 'refused', problems: [error.problem] };
  }
  for (const table of tables) {
    const phases = {
      reading: showProgress(`Reading ${table.name}, bytes`),
      writing: showProgress(`Writing ${table.name}, facts`),
    };
    try {
      yield await importFile(table, read, {
        ...settings,
        openStaging,
        clock: () => new Date(),
        tell: ({ phase, done, total }) => phases[phase].report(done, total),
      });
    } finally {
      phases.reading.end();
      phases.writing.end();
    }
  }
}
