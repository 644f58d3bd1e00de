import type { Command } from 'commander';
import { runOnStore } from './run-command.ts';

export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('bring the store to the form of this version, as a start does; the server must be stopped')
    .action((_options, command: Command) =>
      runOnStore(command, 'server', async ({ store }) => {
        process.stdout.write(`${store.place} has the form of this version.\n`);
        return 0;
      }),
    );
}
