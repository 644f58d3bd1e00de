import type { Command } from 'commander';
import { serve } from '../serve.ts';
import { runCommand } from './run-command.ts';

export function addServe(program: Command): void {
  program
    .command('serve', { isDefault: true })
    .description('serve the explorer at / and the API at /graphql; seeds an empty graph')
    .action((_options, command: Command) =>
      runCommand(async (config) => {
        await serve(config, command.optsWithGlobals<{ adopt: boolean }>().adopt);
        return 0;
      }),
    );
}
