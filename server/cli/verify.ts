import type { Command } from 'commander';
import { verifyJournal } from '../jobs/verify-journal.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { CommandRefused, runOnStore } from './run-command.ts';
import { showProgress } from './show-progress.ts';

export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('find any altered byte of the journal; may run beside a server')
    .option('--expect <head>', 'a head that an earlier verify printed, as 12:hash, which must still be there')
    .action(({ expect }: { expect?: string }, command: Command) =>
      runOnStore(command, 'command', async ({ store, signal }) => {
        const isExpected = expect === undefined || (await hasEntry(store, expect));
        const progress = showProgress('Verifying entries');
        const verified = await verifyJournal(store, { signal, onProgress: progress.report });
        progress.end();
        const { entries, items, erased, head, faults, faultCount } = verified;
        for (const { sequence, ordinal, says } of faults)
          process.stdout.write(`entry ${sequence}${ordinal === null ? '' : `, item ${ordinal}`}: ${says}\n`);
        if (faultCount > faults.length)
          process.stdout.write(`… and ${faultCount - faults.length} more faults\n`);
        if (!isExpected) process.stdout.write(`the journal does not hold ${expect}: it was written anew\n`);
        const counts = `${entries} entries, ${items} items, ${erased} values erased`;
        const isWhole = faultCount === 0 && isExpected;
        const outcome = isWhole ? 'as it was written' : 'not as it was written';
        process.stdout.write(`The journal is ${outcome}: ${counts}; head ${head.sequence}:${head.hash}\n`);
        return isWhole ? 0 : 1;
      }),
    );
}

async function hasEntry(store: GraphStore, expected: string): Promise<boolean> {
  const [, sequence, hash] = /^(\d+):([\w-]{43})$/.exec(expected) ?? [];
  if (sequence === undefined)
    throw new CommandRefused(`--expect is “${expected}”: give what verify printed, as 12:hash.`);
  const [entry] = await store.sealedEntries({ after: Number(sequence) - 1, limit: 1 });
  return entry?.sequence === Number(sequence) && entry.hash === hash;
}
