import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import { listenOn } from '../ask-over-http.ts';
import type { FromServer, ToServer } from './measured-server.ts';

/**
 * Serves a graph in a process of its own, and measures how late its event loop is and how much it works, until the
 * process that started it is gone. The argument is the folder.
 */
const RESOLUTION = 1;
const [folder = ''] = process.argv.slice(2);
const store = await openSqliteStore({ folder, role: 'server' });
const listening = await listenOn(store);
const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
delay.enable();
let before = process.cpuUsage();

/** What is measured is the time between two turns of a timer, which is late by what is more than its own. */
const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - RESOLUTION);
const tell = (message: FromServer) => process.send?.(message);
process.on('message', (wish: ToServer) => {
  if (wish === 'begin') {
    delay.reset();
    before = process.cpuUsage();
    tell({ kind: 'begun' });
    return;
  }
  const { user, system } = process.cpuUsage(before);
  const cpu = (user + system) / 1e6;
  const [middle, p99, most] = [delay.percentile(50), delay.percentile(99), delay.max].map(late);
  tell({ kind: 'measured', delay: { middle: middle ?? 0, p99: p99 ?? 0, most: most ?? 0 }, cpu });
});
process.on('disconnect', async () => {
  await listening.stop();
  await store.close();
  process.exit(0);
});
tell({ kind: 'listening', port: listening.port });
