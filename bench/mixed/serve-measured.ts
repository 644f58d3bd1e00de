import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import { listenOn } from '../ask-over-http.ts';
import type { FromServer, ToServer } from './measured-server.ts';
import { watchLoop } from './watch-loop.ts';

/**
 * Serves a graph in a process of its own, and measures how late its event loop is and how much it works, until the
 * process that started it is gone. The argument is the folder.
 */
const [folder = ''] = process.argv.slice(2);
const store = await openSqliteStore({ folder, role: 'server' });
const listening = await listenOn(store);
const loop = watchLoop();
let before = process.cpuUsage();

const tell = (message: FromServer) => process.send?.(message);
process.on('message', (wish: ToServer) => {
  if (wish === 'begin') {
    loop.reset();
    before = process.cpuUsage();
    tell({ kind: 'begun' });
    return;
  }
  const { user, system } = process.cpuUsage(before);
  const cpu = (user + system) / 1e6;
  tell({ kind: 'measured', late: loop.late(), held: loop.held(), cpu });
});
process.on('disconnect', async () => {
  await listening.stop();
  await store.close();
  process.exit(0);
});
tell({ kind: 'listening', port: listening.port });
