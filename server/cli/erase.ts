import type { Command } from 'commander';
import { type NodeId, parseNodeId, parseRelationshipId, type RelationshipId } from '../../schema/ids.ts';
import { CommandRefused, runOnStore } from './run-command.ts';

interface EraseOptions {
  readonly author: string;
  readonly reason: string;
  readonly record?: readonly string[];
  readonly writtenBy?: readonly string[];
  readonly reasonOf?: readonly string[];
}

export function addErase(program: Command): void {
  program
    .command('erase')
    .description('take values out of the journal for a legal demand; the erasure is an entry of its own')
    .requiredOption('--author <name>', 'who erases')
    .requiredOption('--reason <text>', 'why: it stays in the journal, so it should name nobody')
    .option('--record <id...>', 'all that the journal keeps of these nodes or relationships')
    .option('--written-by <name...>', 'the author of every entry of theirs')
    .option('--reason-of <sequence...>', 'the reason of these entries')
    .action((options: EraseOptions, command: Command) =>
      runOnStore(command, 'command', async ({ store }) => {
        const records = (options.record ?? []).map(readId);
        const outcome = await store.upkeep.erase({
          author: options.author,
          reason: options.reason,
          at: new Date().toISOString(),
          records,
          authors: options.writtenBy ?? [],
          reasonsOf: (options.reasonOf ?? []).map(readSequence),
        });
        if (!outcome) {
          process.stdout.write('The journal holds nothing of the kind; nothing was erased.\n');
          return 1;
        }
        const { nodes, relationships } = await store.records(records);
        process.stdout.write(`${outcome.values} values were erased, by entry ${outcome.sequence}.\n`);
        for (const { id } of [...nodes, ...relationships])
          process.stdout.write(`${id} still stands in the graph: remove it there as well.\n`);
        process.stdout.write('Backups and exports that were made before still hold the values.\n');
        return 0;
      }),
    );
}

function readId(text: string): NodeId | RelationshipId {
  const id = parseRelationshipId(text) ?? parseNodeId(text);
  if (!id) throw new CommandRefused(`“${text}” is not the id of a node or a relationship.`);
  return id;
}

function readSequence(text: string): number {
  if (!/^\d+$/.test(text)) throw new CommandRefused(`“${text}” is not the number of an entry.`);
  return Number(text);
}
