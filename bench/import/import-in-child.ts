import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { StoreChoice } from '../../server/store/open-graph-store.ts';
import { buildServers } from '../build-servers.ts';
import type { ImportedAll } from './import-tables.ts';

/** Ofsted's eleven snapshots. */
export const snapshots = fileURLToPath(
  new URL('../../test/fixtures/data/ofsted-social-care-provider-level-2015-2025.zip', import.meta.url),
);

const run = promisify(execFile);

/** Imports snapshots into a store in a process of its own, which measures itself. */
export async function importInChild(choice: StoreChoice, files: readonly string[]): Promise<ImportedAll> {
  const program = buildServers()('import/import-child');
  const given = [...program, JSON.stringify(choice), 'ofsted-provider-level', ...files];
  const { stdout } = await run(process.execPath, given, { maxBuffer: 2 ** 24 });
  return JSON.parse(stdout) as ImportedAll;
}
