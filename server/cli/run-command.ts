import type { Command } from 'commander';
import { type Config, readConfig, SettingProblem } from '../config.ts';
import { ExportBroken } from '../jobs/read-export.ts';
import { StartRefused } from '../start-refused.ts';
import { type GraphStore, StoreRefused, StoreUnavailable } from '../store/graph-store.ts';
import { openGraphStore } from '../store/open-graph-store.ts';

/** What a command has to work with. */
export interface CommandParts {
  readonly store: GraphStore;
  /** Aborts on Ctrl+C. */
  readonly signal: AbortSignal;
}

/** Why a command cannot do what it is asked to, in one sentence. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused';
}

/** What a shell knows a program by that was stopped with Ctrl+C. */
const INTERRUPTED = 130;

/**
 * Runs the work of a command on the store of the settings, which is closed whatever happens. `server` has it for
 * itself, and is refused where a server runs. The answer of the work is the exit code.
 */
export async function runOnStore(
  command: Command,
  role: 'server' | 'command',
  work: (parts: CommandParts) => Promise<number>,
): Promise<void> {
  await runCommand(async (config) => {
    const stop = new AbortController();
    process.once('SIGINT', () => stop.abort());
    const adopt = command.optsWithGlobals<{ adopt: boolean }>().adopt;
    const store = await openGraphStore(config.store, { role, adopt });
    try {
      return await work({ store, signal: stop.signal });
    } catch (error) {
      if (!stop.signal.aborted) throw error;
      process.stderr.write('\nStopped. Nothing was left half done.\n');
      return INTERRUPTED;
    } finally {
      await store.close();
    }
  });
}

/** Runs the work; what it throws is told in one sentence where a person can act on it. */
export async function runCommand(work: (config: Config) => Promise<number>): Promise<void> {
  try {
    const status = await work(readConfig());
    if (status !== 0) process.exitCode = status;
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  }
}

function explain(error: unknown): string {
  if (error instanceof SettingProblem || error instanceof StartRefused) return error.message;
  if (error instanceof StoreUnavailable || error instanceof StoreRefused)
    return `The store cannot be opened: ${error.message}`;
  if (error instanceof ExportBroken)
    return `The file cannot be restored: ${error.message}. Nothing was kept.`;
  if (error instanceof CommandRefused) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
