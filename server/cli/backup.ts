import type { Command } from 'commander';
import { runOnStore } from './run-command.ts';
import { showProgress } from './show-progress.ts';
import { printEnd, writeExport } from './write-export.ts';

export function addBackup(program: Command): void {
  program
    .command('backup')
    .description('copy the graph while it is in use: the embedded store as a SQLite file, Neo4j as an export')
    .argument('<file>', 'file to make')
    .action((file: string, _options, command: Command) =>
      runOnStore(command, 'command', async (parts) => {
        const { store, signal } = parts;
        if (!store.upkeep.backup) {
          process.stdout.write(`${file}: ${printEnd(await writeExport(parts, file))}\n`);
          return 0;
        }
        const progress = showProgress('Copying pages');
        await store.upkeep.backup(file, { signal, onProgress: progress.report });
        progress.end();
        process.stdout.write(
          `${file}: a copy of ${store.place}, to be put into a data folder as graph.sqlite\n`,
        );
        return 0;
      }),
    );
}
