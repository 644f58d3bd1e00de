import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { homeFolder } from '../../server/config.ts';
import { serverProgram } from '../support/built-server.ts';

/** A run of the command line as its own process. */
export interface Run {
  readonly child: ChildProcess;
  out: string;
  err: string;
  /** The exit code, or the name of the signal that ended it. */
  readonly ended: Promise<number | string>;
}

/** Starts `oversight` as it was built with these words and settings; nothing else of the environment reaches it. */
export function startOversight(words: readonly string[], settings: Record<string, string>): Run {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [serverProgram(), ...words], {
    cwd: homeFolder,
    env: { PATH, HOME, PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string);
  const run: Run = { child, out: '', err: '', ended };
  child.stdout.on('data', (part) => {
    run.out += part;
  });
  child.stderr.on('data', (part) => {
    run.err += part;
  });
  return run;
}

/** Runs it to its end. */
export async function runOversight(
  words: readonly string[],
  settings: Record<string, string>,
): Promise<{ readonly code: number | string; readonly out: string; readonly err: string }> {
  const run = startOversight(words, settings);
  return { code: await run.ended, out: run.out, err: run.err };
}

/** The address that a server prints; fails with what it said if it ends first. */
export async function addressOf(run: Run): Promise<string> {
  for (;;) {
    const address = /http:\S+/.exec(run.out)?.[0];
    if (address) return address;
    if (run.child.exitCode !== null || run.child.signalCode !== null) throw new Error(`it ended: ${run.err}`);
    if (run.child.stdout) await Promise.race([once(run.child.stdout, 'data'), run.ended]);
  }
}
