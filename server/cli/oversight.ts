import { Command, CommanderError } from 'commander';
import { settings } from '../config.ts';
import { addBackup } from './backup.ts';
import { addErase } from './erase.ts';
import { addExport } from './export.ts';
import { addFsck } from './fsck.ts';
import { addImport } from './import.ts';
import { addMigrate } from './migrate.ts';
import { addRestore } from './restore.ts';
import { addSeed } from './seed.ts';
import { addServe } from './serve.ts';
import { addToken } from './token.ts';
import { addVerify } from './verify.ts';

/** Runs the command line: what follows the name of the program. Sets the exit code, and throws nothing. */
export async function runOversight(words: readonly string[]): Promise<void> {
  try {
    await makeProgram().parseAsync([...words], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode;
  }
}

/** The program with all its commands; it throws where it would end the process. */
export function makeProgram(): Command {
  const program = new Command('oversight')
    .description('A knowledge graph of public inspections. Without a command it serves the graph.')
    .option('--adopt', 'keep our nodes in a Neo4j database that holds other nodes already', false)
    .addHelpText('after', `\nSettings, as environment variables:\n${settingLines()}`)
    .allowExcessArguments(false)
    .showHelpAfterError('(see --help)')
    .exitOverride();
  for (const add of [
    addServe,
    addSeed,
    addImport,
    addExport,
    addBackup,
    addRestore,
    addVerify,
    addFsck,
    addErase,
    addToken,
    addMigrate,
  ])
    add(program);
  return program;
}

function settingLines(): string {
  return settings
    .map(({ name, says, otherwise }) => `  ${name.padEnd(20)} ${says} (${otherwise})`)
    .join('\n');
}
