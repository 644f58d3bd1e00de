import { createReadStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { hashGraph } from '../jobs/export-graph.ts';
import { readExport } from '../jobs/read-export.ts';
import { verifyJournal } from '../jobs/verify-journal.ts';
import type { RestoreLine } from '../store/store-upkeep.ts';
import { CommandRefused, runOnStore } from './run-command.ts';
import { showProgress } from './show-progress.ts';

export function addRestore(program: Command): void {
  program
    .command('restore')
    .description('bring an export of either store into an empty one; the server must be stopped')
    .argument('<file>', 'an export')
    .action((file: string, _options, command: Command) =>
      runOnStore(command, 'server', async ({ store, signal }) => {
        await access(file, constants.R_OK).catch(() => {
          throw new CommandRefused(`${file} cannot be read.`);
        });
        const progress = showProgress('Restoring lines');
        const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
        await store.upkeep.restore(counted(readExport(lines), signal, progress.report));
        progress.end();
        const [graph, { head, entries, faultCount }] = [await hashGraph(store), await verifyJournal(store)];
        process.stdout.write(
          `${store.place}: graph ${graph}, ${entries} journal entries (journal ${head.hash || 'empty'})\n`,
        );
        if (faultCount === 0) return 0;
        process.stderr.write(
          'The journal is not whole, as it was not in the file: see “oversight verify”.\n',
        );
        return 1;
      }),
    );
}

async function* counted(
  lines: AsyncIterable<RestoreLine>,
  signal: AbortSignal,
  report: (done: number, of: number) => void,
): AsyncGenerator<RestoreLine> {
  let done = 0;
  for await (const line of lines) {
    signal.throwIfAborted();
    yield line;
    done += 1;
    report(done, 0);
  }
}
