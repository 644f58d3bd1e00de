import { writeFileSync } from 'node:fs';
import { seedSchema } from './seed-schema.ts';

// To be run by hand after a change of the tables: npx tsx test/facts/write-seed-schema.ts
const file = new URL('../../seeds/seed.schema.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(seedSchema(), null, 2)}\n`);
