import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../dist/server/server/main.js', import.meta.url));

export interface ServedOversight {
  /** With a slash at its end. */
  readonly address: string;
  /** The data folder, in which another process may work beside the server. */
  readonly folder: string;
  /** What signs a local curator in; null where the store is none of this machine's alone. */
  readonly signInLink: string | null;
  readonly stop: () => Promise<void>;
}

/**
 * Starts what was built, as a user would, on a free port and a new graph in a temporary folder; further settings, as
 * those of a Neo4j, come in `settings`.
 */
export async function serveOversight(
  settings: Readonly<Record<string, string>> = {},
): Promise<ServedOversight> {
  if (!existsSync(program)) throw new Error('The server is not built. Run this first: npm run build');
  const folder = await mkdtemp(join(tmpdir(), 'oversight-e2e-'));
  const server = spawn(process.execPath, [program], {
    env: { PATH: process.env.PATH, PORT: '0', OVERSIGHT_DATA: folder, LOG_LEVEL: 'warn', ...settings },
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
    folder,
    signInLink,
    async stop() {
      server.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
