import type { Command } from 'commander';
import { createToken } from '../access/tokens/create-token.ts';
import type { StoredToken, TokenRole } from '../store/token-store.ts';
import { CommandRefused, runOnStore } from './run-command.ts';

interface NewTokenOptions {
  readonly name: string;
  readonly reader: boolean;
  readonly expires?: string;
}

export function addToken(program: Command): void {
  const token = program.command('token').description('who may change the graph; may run beside a server');
  token
    .command('create')
    .description('make a token, and print it this once')
    .requiredOption('--name <name>', 'who holds it: the author of the changes that are made with it')
    .option('--reader', 'a token that changes nothing, for limits of its own', false)
    .option('--expires <instant>', 'when it ends, as 2027-01-31 or an ISO 8601 instant')
    .action(({ name, reader, expires }: NewTokenOptions, command: Command) =>
      runOnStore(command, 'command', async ({ store }) => {
        const role: TokenRole = reader ? 'reader' : 'curator';
        const expiresAt = expires === undefined ? null : new Date(expires);
        const outcome = await createToken(store.tokens, { name, role, expiresAt }, new Date());
        if (outcome.kind === 'refused') throw new CommandRefused(outcome.message);
        process.stderr.write(`The token of ${outcome.token.name}, which is shown this once:\n`);
        process.stdout.write(`${outcome.text}\n`);
        return 0;
      }),
    );
  token
    .command('list')
    .description('all tokens, without their secrets')
    .action((_options, command: Command) =>
      runOnStore(command, 'command', async ({ store }) => {
        for (const each of await store.tokens.list()) process.stdout.write(`${printToken(each)}\n`);
        return 0;
      }),
    );
  token
    .command('revoke')
    .description('end a token; its streams end within seconds')
    .argument('<id>', 'the twelve digits that “token list” prints')
    .action((id: string, _options, command: Command) =>
      runOnStore(command, 'command', async ({ store }) => {
        const revoked = await store.tokens.revoke(id, new Date().toISOString());
        if (!revoked) throw new CommandRefused(`There is no token ${id}: see “oversight token list”.`);
        process.stdout.write(`${printToken(revoked)}\n`);
        return 0;
      }),
    );
}

function printToken({ id, role, name, createdAt, expiresAt, revokedAt, lastUsedAt }: StoredToken): string {
  const parts = [id, role, name, `made ${createdAt}`];
  if (expiresAt) parts.push(`expires ${expiresAt}`);
  if (revokedAt) parts.push(`revoked ${revokedAt}`);
  parts.push(lastUsedAt ? `last used ${lastUsedAt}` : 'never used');
  return parts.join('  ');
}
