import type { Command } from 'commander';
import { runOnStore } from './run-command.ts';
import { printEnd, writeExport } from './write-export.ts';

export function addExport(program: Command): void {
  program
    .command('export')
    .description(
      'write everything – records, evidence, statements, marks, journal – as lines of JSON; may run beside a server',
    )
    .argument('<file>', 'file to make')
    .action((file: string, _options, command: Command) =>
      runOnStore(command, 'command', async (parts) => {
        process.stdout.write(`${file}: ${printEnd(await writeExport(parts, file))}\n`);
        return 0;
      }),
    );
}
