import type { AddressInfo } from 'node:net';
import { createConnection, createServer, type Server, type Socket } from 'node:net';

/** What the way to the database does: nothing wrong, no listening, silence, or a cut around a commit. */
type ProxyFault = 'none' | 'stopped' | 'paused' | 'reset before commit' | 'reset after commit';

export interface FaultyProxy {
  /** The address of the database through it. */
  readonly uri: string;
  /** Faults around a commit happen once, and then the way is good again. */
  set(fault: ProxyFault): Promise<void>;
  close(): Promise<void>;
}

/** COMMIT of Bolt as the driver sends it: a chunk of two bytes, a structure without fields, its tag, the end. */
const COMMIT = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00]);

/** A TCP proxy in front of a database, whose way can be made bad. */
export async function openFaultyProxy(target: string): Promise<FaultyProxy> {
  const { hostname, port } = new URL(target);
  const pairs = new Set<readonly [Socket, Socket]>();
  let fault: ProxyFault = 'none';
  const server = createServer((near) => {
    const far = createConnection(Number(port), hostname);
    const pair = [near, far] as const;
    pairs.add(pair);
    const cut = () => {
      near.resetAndDestroy();
      far.destroy();
      pairs.delete(pair);
    };
    if (fault === 'paused') for (const socket of pair) socket.pause();
    near.on('data', (data) => {
      const isCommit = fault.startsWith('reset') && data.includes(COMMIT);
      if (!isCommit) {
        far.write(data);
        return;
      }
      if (fault === 'reset before commit') cut();
      else {
        // The database has answered, so that it has committed; the driver never hears of it.
        far.removeAllListeners('data');
        far.once('data', cut);
        far.write(data);
      }
      fault = 'none';
    });
    far.on('data', (data) => near.write(data));
    for (const socket of pair) {
      socket.on('error', cut);
      socket.on('close', cut);
    }
  });
  const cutAll = () => {
    for (const [near, far] of pairs) {
      near.resetAndDestroy();
      far.destroy();
    }
    pairs.clear();
  };
  const own = await listen(server, 0);
  return {
    uri: `bolt://127.0.0.1:${own}`,
    set: async (next) => {
      const before = fault;
      fault = next;
      if (before === 'stopped' && next !== 'stopped') await listen(server, own);
      if (next === 'stopped' && before !== 'stopped') {
        server.close();
        cutAll();
      }
      for (const pair of pairs)
        for (const socket of pair)
          if (next === 'paused') socket.pause();
          else socket.resume();
    },
    close: async () => {
      server.close();
      cutAll();
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve) =>
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  );
}
