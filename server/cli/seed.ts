import { join } from 'node:path';
import type { Command } from 'commander';
import { homeFolder } from '../config.ts';
import { printSeedOutcome } from '../ingest/load-seed.ts';
import { seedOnStart } from '../seed-on-start.ts';
import { runOnStore } from './run-command.ts';

export function addSeed(program: Command): void {
  program
    .command('seed')
    .description('bring in the seeds, each once per content; may run beside a server')
    .argument('[folder]', 'folder of the seeds', join(homeFolder, 'seeds'))
    .action((folder: string, _options, command: Command) =>
      runOnStore(command, 'command', async ({ store }) => {
        const loaded = await seedOnStart(store, folder);
        const outcomes = loaded.kind === 'refused' ? [loaded] : loaded.outcomes;
        for (const outcome of outcomes) process.stdout.write(`${printSeedOutcome(outcome)}\n`);
        return loaded.kind === 'refused' ? 1 : 0;
      }),
    );
}
