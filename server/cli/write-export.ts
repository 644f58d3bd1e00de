import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ChangedMeanwhile, type ExportEnd, exportGraph } from '../jobs/export-graph.ts';
import { type CommandParts, CommandRefused } from './run-command.ts';
import { showProgress } from './show-progress.ts';

/** How often an export begins again where others write meanwhile. */
const ATTEMPTS = 5;

/** Writes an export of one moment of the graph; the file is there when it is whole, and not before. */
export async function writeExport({ store, signal }: CommandParts, file: string): Promise<ExportEnd> {
  if (existsSync(file)) throw new CommandRefused(`${file} is there already: name another file.`);
  const part = `${file}.part`;
  const progress = showProgress('Exporting records');
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        const end = await writeOnce(
          part,
          exportGraph(store, { signal, onProgress: progress.report }),
          signal,
        );
        await rename(part, file);
        return end;
      } catch (error) {
        if (!(error instanceof ChangedMeanwhile)) throw error;
        if (attempt === ATTEMPTS)
          throw new CommandRefused(
            `Others wrote during each of ${ATTEMPTS} exports: export again when it is quieter.`,
          );
      }
    }
  } finally {
    progress.end();
    await rm(part, { force: true });
  }
}

async function writeOnce(
  file: string,
  lines: AsyncGenerator<string, ExportEnd>,
  signal: AbortSignal,
): Promise<ExportEnd> {
  let end: ExportEnd | undefined;
  const text = async function* () {
    for (let next = await lines.next(); ; next = await lines.next()) {
      if (next.done) {
        end = next.value;
        return;
      }
      yield `${next.value}\n`;
    }
  };
  await pipeline(Readable.from(text()), createWriteStream(file), { signal });
  if (!end) throw new Error('an export ended without its end');
  return end;
}

export function printEnd({ records, entries, items, graph, journal }: ExportEnd): string {
  return `${records} records (graph ${graph}), ${entries} journal entries with ${items} items (journal ${journal || 'empty'})`;
}
