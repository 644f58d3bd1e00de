import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverProgram } from '../support/built-server.ts';

export interface ServedOversight {
  /** With a slash at its end. */
  readonly address: string;
  /** The data folder, in which another process may work beside the server. */
  readonly folder: string;
  /** What signs a local curator in, until it is halted; null where the store is none of this machine's alone. */
  readonly signInLink: string | null;
  /** Ends the server and leaves the graph. */
  readonly halt: () => Promise<void>;
  /** Starts it again on the same port and graph. */
  readonly resume: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/**
 * Starts what was built, as a user would, on a free port and a new graph in a temporary folder; further settings, as
 * those of a Neo4j, come in `settings`.
 */
export async function serveOversight(
  settings: Readonly<Record<string, string>> = {},
): Promise<ServedOversight> {
  const folder = await mkdtemp(join(tmpdir(), 'oversight-e2e-'));
  const first = await startServer(folder, { PORT: '0', ...settings });
  let server = first;
  return {
    address: first.address,
    folder,
    get signInLink() {
      return server.signInLink;
    },
    halt: () => server.end(),
    async resume() {
      server = await startServer(folder, { ...settings, PORT: new URL(first.address).port });
    },
    async stop() {
      await server.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startServer(folder: string, settings: Readonly<Record<string, string>>) {
  const server = spawn(process.execPath, [serverProgram()], {
    env: { PATH: process.env.PATH, OVERSIGHT_DATA: folder, LOG_LEVEL: 'warn', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  server.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const ended = once(server, 'exit');
  const isEmbedded = settings.NEO4J_URI === undefined;
  const [address, signInLink] = await new Promise<readonly [string, string | null]>((resolve, reject) => {
    let printed = '';
    server.stdout.on('data', (chunk) => {
      printed += chunk;
      const found = /Oversight is at (\S+)/.exec(printed)?.[1];
      const link = /(\S+#token=\S+)\n/.exec(printed)?.[1] ?? null;
      if (found && (link !== null || !isEmbedded)) resolve([found, link]);
    });
    ended.then(() => reject(new Error(`The server ended before it listened: ${said}`)));
  });
  return {
    address,
    signInLink,
    async end() {
      server.kill('SIGTERM');
      await ended;
    },
  };
}
