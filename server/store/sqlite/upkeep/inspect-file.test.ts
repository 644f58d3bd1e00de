import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeChange, smallWorld } from '../../../../test/support/small-world.ts';
import { checkGraph } from '../../../jobs/check-graph.ts';
import { graphFileName, openSqliteStore } from '../sqlite-store.ts';

let folder = '';
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'oversight-inspect-'));
  const store = await openSqliteStore({ folder });
  await store.write(makeChange(smallWorld));
  await store.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const someRelationship = '(SELECT min(id) FROM relationship)';
const somePk = '(SELECT min(pk) FROM node)';

test.each([
  [`DELETE FROM evidence WHERE of = ${someRelationship}`, 'has no evidence'],
  [`DELETE FROM relationship WHERE id = ${someRelationship}`, 'supports what is not there'],
  [`UPDATE relationship SET to_pk = 9999 WHERE id = ${someRelationship}`, 'ends at a node that is not there'],
  [
    `UPDATE evidence SET document = 'document/gone' WHERE document IS NOT NULL`,
    'a document that is not there',
  ],
  [`UPDATE evidence SET document = 'person/ada' WHERE document IS NOT NULL`, 'which is Person'],
  [`UPDATE relationship SET type = 'OWNED_BY' WHERE type = 'JUDGED'`, 'which OWNED_BY does not'],
  [`UPDATE statement SET of = 'person/gone'`, 'is of what is not there'],
  [`UPDATE node SET p_name_key = 'x' WHERE pk = ${somePk}`, 'p_name_key is not what its record comes to'],
  [
    `UPDATE node SET p_date_earliest = '1900-01-01' WHERE p_date IS NOT NULL`,
    'the bounds of date are not those of',
  ],
  [`UPDATE node SET is_disputed = 1 - is_disputed WHERE pk = ${somePk}`, 'is_disputed'],
  [`DELETE FROM node_words WHERE rowid = ${somePk}`, 'no words in the search index'],
  [
    `INSERT OR REPLACE INTO node_words (rowid, heavy, middle, light) VALUES (${somePk}, 'strange', '', '')`,
    'the word “strange” .* is left over',
  ],
  [`DELETE FROM word WHERE word = 'ada'`, 'is not in the vocabulary'],
  [`UPDATE journal_block SET sequence = 7`, 'belong to no entry'],
  [`UPDATE journal_block SET body = x'00'`, 'cannot be read'],
  [`UPDATE journal_item SET sequence = 7 WHERE ordinal = 0`, '1 cannot be found by their record'],
  [`UPDATE journal_item SET removed = 1 WHERE ordinal = 0`, '1 cannot be found by their record'],
  [`DELETE FROM journal_item WHERE ordinal = 0`, '1 cannot be found by their record'],
  [`INSERT INTO journal_item VALUES ('person/eve', 1, 0, 0)`, '1 items are said to be where they are not'],
])('%s is found', async (sql, says) => {
  const database = new DatabaseSync(join(folder, graphFileName), { enableForeignKeyConstraints: false });
  database.exec(sql);
  database.close();
  const store = await openSqliteStore({ folder });
  const { faults, faultCount } = await checkGraph(store);
  await store.close();
  expect(faultCount).toBeGreaterThan(0);
  expect(faults.join('\n')).toMatch(new RegExp(says));
});
