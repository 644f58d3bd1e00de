import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Argument, type Command } from 'commander';
import { printProblem } from '../../schema/problems.ts';
import { formats } from '../ingest/formats.ts';
import { type ImportSettings, importFile, type ReadFile } from '../ingest/fragments/import-file.ts';
import type { ImportOutcome } from '../ingest/fragments/import-outcome.ts';
import { printImportOutcome } from '../ingest/fragments/print-import-outcome.ts';
import { type ReadLines, readCsvLines, readJsonLines } from '../ingest/mapped/read-lines.ts';
import { readMapped } from '../ingest/mapped/read-mapped.ts';
import { readMapping } from '../ingest/mapped/read-mapping.ts';
import { FileUnreadable, openTableFiles } from '../ingest/tables/open-table-files.ts';
import { openStaging } from '../store/open-graph-store.ts';
import { CommandRefused, runOnStore } from './run-command.ts';
import { showProgress } from './show-progress.ts';

interface ImportOptions {
  readonly mapping?: string;
  readonly author: string;
  readonly strict: boolean;
  readonly dryRun: boolean;
}

/** Tables of one's own, for which a mapping says what their columns mean. */
const mappedFormats: Readonly<Record<string, ReadLines>> = { csv: readCsvLines, jsonl: readJsonLines };

export function addImport(program: Command): void {
  program
    .command('import')
    .description(
      'bring files of data into the graph, each whole or not at all; may be repeated, and run beside a server',
    )
    .addArgument(
      new Argument('<format>', 'what the files are').choices([
        ...Object.keys(formats),
        ...Object.keys(mappedFormats),
      ]),
    )
    .argument('<files...>', 'tables, plain, as .gz, or several in a .zip')
    .option('--mapping <file>', 'what the columns of a csv or the fields of a jsonl mean: see docs/import.md')
    .option('--author <name>', 'whose change it is in the journal', 'import')
    .option('--strict', 'refuse a file with a row that cannot be read', false)
    .option('--dry-run', 'write nothing, and tell what would be written', false)
    .action((format: string, files: readonly string[], options: ImportOptions, command: Command) =>
      runOnStore(command, 'command', async ({ store, signal }) => {
        const read = readerOf(format, options.mapping);
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

/** Throws CommandRefused, with every problem of a mapping. */
function readerOf(format: string, mappingPath: string | undefined): ReadFile {
  const readLines = mappedFormats[format];
  const read = formats[format];
  if (read && mappingPath !== undefined)
    throw new CommandRefused(`“${format}” knows its columns: leave --mapping out.`);
  if (read) return read;
  if (!readLines) throw new CommandRefused(`“${format}” is no format.`);
  if (mappingPath === undefined)
    throw new CommandRefused(
      `“${format}” needs --mapping FILE, which says what its columns mean: see docs/import.md.`,
    );
  const mapping = readMapping(readText(mappingPath), basename(mappingPath));
  if (mapping.kind === 'value') return readMapped(mapping.value, readLines);
  const lines = mapping.problems.map((problem) => `  ${problem.code} ${printProblem(problem)}`);
  throw new CommandRefused(['The mapping cannot be used; nothing was read or written.', ...lines].join('\n'));
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CommandRefused(`The mapping cannot be read: ${why}.`);
  }
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
