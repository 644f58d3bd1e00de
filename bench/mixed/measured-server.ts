import { fork } from 'node:child_process';
import { once } from 'node:events';
import { buildServers } from '../build-servers.ts';

export type ToServer = 'begin' | 'end';
export type FromServer =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'begun' }
  | ({ readonly kind: 'measured' } & ServerLoad);

/** What was done to a server since it was told to begin. */
export interface ServerLoad {
  /** How late the event loop was, and how late by work of its own, in milliseconds. */
  readonly late: Spread;
  readonly held: Spread;
  /** Seconds of the process with its workers. */
  readonly cpu: number;
}

export interface Spread {
  readonly middle: number;
  readonly p99: number;
  readonly most: number;
}

/** A server on a graph, in a process of its own. */
export interface MeasuredServer {
  readonly port: number;
  begin(): Promise<void>;
  end(): Promise<ServerLoad>;
  stop(): Promise<void>;
}

export async function startMeasured(folder: string): Promise<MeasuredServer> {
  const [program = ''] = buildServers()('mixed/serve-measured');
  const child = fork(program, [folder], { execArgv: [] });
  const ended = once(child, 'exit');
  const hear = async <Kind extends FromServer['kind']>(kind: Kind) => {
    const [message] = (await Promise.race([
      once(child, 'message'),
      ended.then(() => Promise.reject(new Error('the server has ended'))),
    ])) as [FromServer];
    if (message.kind !== kind) throw new Error(`the server said ${message.kind} for ${kind}`);
    return message as Extract<FromServer, { kind: Kind }>;
  };
  const { port } = await hear('listening');
  return {
    port,
    begin: async () => {
      const begun = hear('begun');
      child.send('begin' satisfies ToServer);
      await begun;
    },
    end: async () => {
      const measured = hear('measured');
      child.send('end' satisfies ToServer);
      const { late, held, cpu } = await measured;
      return { late, held, cpu };
    },
    stop: async () => {
      child.disconnect();
      await ended;
    },
  };
}
