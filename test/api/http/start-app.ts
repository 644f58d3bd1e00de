import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GraphQLSchema } from 'graphql';
import { pino } from 'pino';
import { type AppConfig, createApp } from '../../../server/app.ts';
import { homeFolder } from '../../../server/config.ts';
import { apiSchema } from '../../../server/graphql/schema.ts';
import { readStartingViews, seedOnStart } from '../../../server/seed-on-start.ts';
import type { GraphStore } from '../../../server/store/graph-store.ts';
import { openGraphStore } from '../../../server/store/open-graph-store.ts';

/** An app that listens on a free port of this machine, with the first graph in memory. */
export interface StartedApp {
  readonly url: string;
  readonly store: GraphStore;
  /** The lines of its log. */
  readonly logged: readonly string[];
  /** With a token, as its holder. */
  readonly ask: (query: string, variables?: unknown, token?: string) => Promise<Asked>;
  readonly stop: () => Promise<void>;
}

export interface Asked {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly data?: unknown;
    readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
  };
}

export interface StartingParts {
  readonly schema?: GraphQLSchema;
  readonly clientFiles?: AppConfig['clientFiles'];
  readonly operationTimeout?: number;
  readonly rates?: AppConfig['rates'];
  readonly live?: AppConfig['live'];
  readonly proxies?: number;
  /** Stands between the app and its store. */
  readonly wrapStore?: (store: GraphStore) => GraphStore;
}

export async function startApp(parts: StartingParts = {}): Promise<StartedApp> {
  const opened = await openGraphStore(
    { kind: 'sqlite', folder: ':memory:' },
    { role: 'server', adopt: false },
  );
  await seedOnStart(opened, `${homeFolder}/seeds`);
  const store = parts.wrapStore?.(opened) ?? opened;
  const logged: string[] = [];
  const app = createApp(store, {
    schema: parts.schema ?? apiSchema(),
    clientFiles: parts.clientFiles ?? new Map(),
    startingViews: () => readStartingViews(opened, ['cafcass']),
    log: pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) }),
    ...(parts.rates === undefined ? {} : { rates: parts.rates }),
    ...(parts.operationTimeout === undefined ? {} : { operationTimeout: parts.operationTimeout }),
    ...(parts.live ? { live: parts.live } : {}),
    ...(parts.proxies === undefined ? {} : { proxies: parts.proxies }),
  });
  const server = createServer(app.handle);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    store,
    logged,
    ask: async (query, variables, token) => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, headers: response.headers, body: await response.json() };
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      app.close();
      await opened.close();
    },
  };
}

/** The code of the first failure. */
export function codeOf({ body }: Pick<Asked, 'body'>): unknown {
  return body.errors?.[0]?.extensions.code;
}
