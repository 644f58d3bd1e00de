import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkGraph } from '../../server/jobs/check-graph.ts';
import { verifyJournal } from '../../server/jobs/verify-journal.ts';
import { StoreUnavailable } from '../../server/store/graph-store.ts';
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import { editOf, recordsOf } from './edit-load.ts';

const folder = mkdtempSync(join(tmpdir(), 'oversight-full-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('on a full disk a write fails as unavailable and leaves nothing, reads go on, and room helps', async () => {
  const full = await openSqliteStore({ folder, mostPages: 400 });
  let number = 0;
  let refusal: unknown = null;
  while (refusal === null) {
    await full.write(editOf(number)).then(
      () => {
        number += 1;
      },
      (error: unknown) => {
        refusal = error;
      },
    );
  }
  expect(refusal).toBeInstanceOf(StoreUnavailable);
  expect(String(refusal)).toContain('the disk is full');
  expect(number).toBeGreaterThan(5);
  expect((await full.records(recordsOf(number - 1))).nodes).toHaveLength(2);
  expect((await full.records(recordsOf(number))).nodes).toEqual([]);
  await expect(full.write(editOf(number))).rejects.toThrow(StoreUnavailable);
  expect(await verifyJournal(full)).toMatchObject({ entries: number, faultCount: 0 });
  await full.close();
  const roomy = await openSqliteStore({ folder });
  expect(await roomy.write(editOf(number))).toMatchObject({ kind: 'written', sequence: number + 1 });
  expect(await checkGraph(roomy)).toMatchObject({ faults: [] });
  await roomy.close();
});
