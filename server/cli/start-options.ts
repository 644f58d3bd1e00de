import { Command, CommanderError } from 'commander';
import { settings } from '../config.ts';

/** What the command line of a start asks for. */
export type StartOptions =
  | { readonly kind: 'start'; readonly adopt: boolean }
  /** Print the text and end, as for `--help`; a status above 0 is a mistake in the options. */
  | { readonly kind: 'print'; readonly text: string; readonly status: number };

/** Reads the options after the name of the program. */
export function readStartOptions(words: readonly string[]): StartOptions {
  let text = '';
  const keep = (part: string) => {
    text += part;
  };
  const command = new Command('oversight')
    .description('Serves the graph: the explorer at /, the API at /graphql.')
    .option('--adopt', 'keep our nodes in a Neo4j database that holds other nodes already', false)
    .addHelpText('after', `\nSettings, as environment variables:\n${settingLines()}`)
    .allowExcessArguments(false)
    .configureOutput({ writeOut: keep, writeErr: keep })
    .exitOverride();
  try {
    command.parse(words, { from: 'user' });
    return { kind: 'start', adopt: command.opts<{ adopt: boolean }>().adopt };
  } catch (error) {
    if (error instanceof CommanderError) return { kind: 'print', text, status: error.exitCode };
    throw error;
  }
}

function settingLines(): string {
  return settings
    .map(({ name, says, otherwise }) => `  ${name.padEnd(20)} ${says} (${otherwise})`)
    .join('\n');
}
