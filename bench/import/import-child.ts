import { importTables } from './import-tables.ts';

/** A process of its own for one import, so that its memory and its time are that import's alone. */
const [choice = '', format = '', ...files] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await importTables(JSON.parse(choice), format, files)));
