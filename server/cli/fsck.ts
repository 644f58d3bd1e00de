import type { Command } from 'commander';
import { checkGraph } from '../jobs/check-graph.ts';
import { hashGraph } from '../jobs/export-graph.ts';
import { runOnStore } from './run-command.ts';
import { showProgress } from './show-progress.ts';

export function addFsck(program: Command): void {
  program
    .command('fsck')
    .description(
      'look the store over: ends, evidence, owners, indexes against a rebuild; may run beside a server',
    )
    .action((_options, command: Command) =>
      runOnStore(command, 'command', async ({ store, signal }) => {
        const progress = showProgress('Checking records');
        const { records, faults, faultCount } = await checkGraph(store, {
          signal,
          onProgress: progress.report,
        });
        const graph = await hashGraph(store, signal);
        progress.end();
        for (const fault of faults) process.stdout.write(`${fault}\n`);
        if (faultCount > faults.length)
          process.stdout.write(`… and ${faultCount - faults.length} more faults\n`);
        const outcome = faultCount === 0 ? 'sound' : `not sound, ${faultCount} faults`;
        process.stdout.write(`The graph is ${outcome}: ${records} records (graph ${graph})\n`);
        return faultCount === 0 ? 0 : 1;
      }),
    );
}
