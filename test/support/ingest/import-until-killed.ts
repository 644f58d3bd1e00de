import { writeSync } from 'node:fs';
import { readProviderLevel } from '../../../server/ingest/ofsted/read-statistics.ts';
import { openGraphStore, type StoreChoice } from '../../../server/store/open-graph-store.ts';
import { importTable, tableOf } from './import-csv.ts';

/** Run as a process of its own: imports a table into a store, says when its first part was put, and waits to be killed. */
const [choice = '', ...lines] = process.argv.slice(2);
const store = await openGraphStore(JSON.parse(choice) as StoreChoice, { role: 'command', adopt: false });
const writeInParts: typeof store.writeInParts = (about, work) =>
  store.writeInParts(about, async (parts) => {
    const kept = await work(parts);
    writeSync(1, 'put\n');
    await new Promise((stop) => setTimeout(stop, 600_000));
    return kept;
  });
await importTable({ ...store, writeInParts }, readProviderLevel, tableOf('march_2016.csv', ...lines));
