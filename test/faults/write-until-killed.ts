import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import { editOf } from './edit-load.ts';

/**
 * Run as a process of its own, with a folder and the number of its first edit. Once it hears a line on stdin it
 * writes edit after edit, and says the number of each after the store has acknowledged it, until it is killed.
 */
const [folder = '', first = '0'] = process.argv.slice(2);
writeSync(1, 'ready\n');
await once(process.stdin, 'data');
const store = await openSqliteStore({ folder });
for (let number = Number(first); ; number++) {
  const outcome = await store.write(editOf(number));
  if (outcome.kind !== 'written') throw new Error(`edit ${number}: ${JSON.stringify(outcome)}`);
  // Synchronous, so that what was acknowledged is out of the process before it can be killed.
  writeSync(1, `${number} ${outcome.sequence}\n`);
}
