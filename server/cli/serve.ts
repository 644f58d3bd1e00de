import type { Command } from 'commander';
import { runCommand } from './run-command.ts';

export function addServe(program: Command): void {
  program
    .command('serve', { isDefault: true })
    .description('serve the explorer at / and the API at /graphql; seeds an empty graph')
    .action((_options, command: Command) =>
      runCommand(async (config) => {
        // The API is most of what there is to load, and no other command needs it.
        const { serve } = await import('../serve.ts');
        await serve(config, command.optsWithGlobals<{ adopt: boolean }>().adopt);
        return 0;
      }),
    );
}
