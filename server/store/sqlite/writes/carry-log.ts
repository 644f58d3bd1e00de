import { setTimeout } from 'node:timers/promises';
import type { Connection } from '../connection.ts';

/** How often it is tried, and the pause in between, in milliseconds: readers that hold it up are done in a moment. */
const ATTEMPTS = 40;
const PAUSE = 25;

/**
 * Carries a long write-ahead log into the file. SQLite tries once when a change is committed, and a single reader that
 * began before keeps it from all of it; then the next small write, of whoever comes, would have to carry everything.
 */
export async function carryLog(connection: Connection): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const [state] = connection.all('PRAGMA wal_checkpoint(PASSIVE)', []);
    if (!state || state.log === state.checkpointed) return;
    await setTimeout(PAUSE);
  }
}
