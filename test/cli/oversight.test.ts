import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openStream } from '../api/live/read-stream.ts';
import { sendEdit, sequenceOf } from '../faults/ask-server.ts';
import { addressOf, type Run, runOversight, startOversight } from './run-oversight.ts';

let folder: string;
let data: { OVERSIGHT_DATA: string };
const running: Run[] = [];
const inFolder = (name: string) => join(folder, name);
const oversight = (...words: string[]) => runOversight(words, data);

/** A folder with the first graph, whose journal has one entry. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'oversight-cli-'));
  data = { OVERSIGHT_DATA: inFolder('data') };
  const seeded = await oversight('seed');
  expect(seeded).toMatchObject({ code: 0 });
  expect(seeded.out).toMatch(/^Seed cafcass: \d+ records created/);
});
afterEach(async () => {
  for (const run of running.splice(0)) {
    if (run.child.exitCode === null) run.child.kill('SIGKILL');
    await run.ended;
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('an unknown command and a missing option are mistakes', async () => {
  expect(await oversight('frobnicate')).toMatchObject({ code: 1 });
  const erase = await oversight('erase', '--author', 'Office');
  expect(erase).toMatchObject({ code: 1, out: '' });
  expect(erase.err).toContain('--reason');
});

test('verify and fsck find a fresh graph whole and sound, beside a server that runs', async () => {
  const server = startOversight(['serve'], data);
  running.push(server);
  await addressOf(server);
  const verified = await oversight('verify');
  expect(verified).toMatchObject({ code: 0, err: '' });
  expect(verified.out).toMatch(
    /^The journal is as it was written: 1 entries, \d+ items, 0 values erased; head 1:/,
  );
  const head = /head (1:\S+)/.exec(verified.out)?.[1] ?? '';
  expect(await oversight('verify', '--expect', head)).toMatchObject({ code: 0 });
  const other = await oversight('verify', '--expect', `1:${'A'.repeat(43)}`);
  expect(other).toMatchObject({ code: 1 });
  expect(other.out).toContain('was written anew');
  const checked = await oversight('fsck');
  expect(checked).toMatchObject({ code: 0, err: '' });
  expect(checked.out).toMatch(/^The graph is sound: \d+ records \(graph [0-9a-f]{64}\)/);
});

test('an export restores into another folder, equal by hash, and not beside a server', async () => {
  const file = inFolder('graph.jsonl');
  const exported = await oversight('export', file);
  expect(exported).toMatchObject({ code: 0 });
  expect((await oversight('export', file)).err).toContain('is there already');
  const hashes = /graph ([0-9a-f]{64}).*journal (\S+)\)/.exec(exported.out)?.slice(1);
  const target = { OVERSIGHT_DATA: inFolder('restored') };
  const restored = await runOversight(['restore', file], target);
  expect(restored).toMatchObject({ code: 0 });
  expect(/graph ([0-9a-f]{64}).*journal (\S+)\)/.exec(restored.out)?.slice(1)).toEqual(hashes);
  const again = await runOversight(['restore', file], target);
  expect(again).toMatchObject({ code: 1 });
  expect(again.err).toContain('holds a graph already');
  const server = startOversight([], data);
  running.push(server);
  await addressOf(server);
  for (const command of [['restore', file], ['migrate']]) {
    const refused = await oversight(...command);
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.err).toContain('another Oversight server is using');
  }
});

test('what is no export is refused, and nothing of it is kept', async () => {
  const target = { OVERSIGHT_DATA: inFolder('nothing') };
  const refused = await runOversight(['restore', join(folder, 'data', 'graph.sqlite')], target);
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.err).toContain('Nothing was kept');
  expect((await runOversight(['restore', inFolder('none')], target)).err).toContain('cannot be read');
});

test('a backup of a server in use opens as a data folder with the same graph', async () => {
  const server = startOversight([], data);
  running.push(server);
  await addressOf(server);
  const copy = inFolder('copy');
  const made = await oversight('backup', inFolder('copy.sqlite'));
  expect(made).toMatchObject({ code: 0 });
  mkdirSync(copy);
  renameSync(inFolder('copy.sqlite'), join(copy, 'graph.sqlite'));
  const [there, here] = [await runOversight(['fsck'], { OVERSIGHT_DATA: copy }), await oversight('fsck')];
  expect(there.out).toBe(here.out);
});

test('a server hears of what a command writes beside it', async () => {
  const server = startOversight([], data);
  running.push(server);
  const stream = await openStream((await addressOf(server)).replace(/\/$/, ''));
  const erased = await oversight(
    ...['erase', '--author', 'Office', '--reason', 'a demand', '--record', 'person/anthony-douglas'],
  );
  expect(erased).toMatchObject({ code: 0 });
  expect(erased.out).toMatch(/^1 values were erased, by entry 2\.\nperson\/anthony-douglas still stands/);
  expect(await stream.nextEntry()).toMatchObject({ sequence: 2, author: 'Office', itemCount: 0 });
  stream.close();
  expect((await oversight('verify')).out).toContain('1 values erased');
  expect((await oversight('erase', '--author', 'O', '--reason', 'r', '--record', 'person/nobody')).code).toBe(
    1,
  );
});

test('a server follows an import beside it; a trial, a bad row if strict and a broken mapping write nothing', async () => {
  const server = startOversight([], data);
  running.push(server);
  const stream = await openStream((await addressOf(server)).replace(/\/$/, ''));
  const [table, mapping] = ['visits.csv', 'visits.mapping.json'].map(
    (name) => `test/fixtures/import/${name}`,
  );
  const bring = (file = '', given = '', ...options: string[]) =>
    oversight('import', 'csv', file, '--mapping', given, ...options);
  const tried = await bring(table, mapping, '--dry-run');
  expect(tried).toMatchObject({ code: 0 });
  expect(tried.out).toMatch(
    /^visits.csv: 3 rows; it would be \d+ records created, 0 changed. Nothing was written/,
  );
  const [bad, broken] = [inFolder('bad.csv'), inFolder('broken.json')];
  writeFileSync(bad, readFileSync(table ?? '', 'utf8').replace('27/03/2015', '32/03/2015'));
  const refused = await bring(bad, mapping, '--strict');
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.out).toMatch(/^bad.csv: refused, nothing was written.\n.*line 2 \(row 2\).*“32\/03\/2015”/s);
  writeFileSync(broken, readFileSync(mapping ?? '', 'utf8').replaceAll('startedOn', 'began'));
  const unread = await bring(table, broken);
  expect(unread).toMatchObject({ code: 1, out: '' });
  expect(unread.err).toMatch(/nothing was read or written.*began/s);
  const brought = await bring(table, mapping, '--author', 'Eve');
  expect(brought).toMatchObject({ code: 0 });
  const entry = await stream.nextEntry();
  expect(entry).toMatchObject({ author: 'Eve', isSummary: false });
  stream.close();
  expect(brought.out).toContain(`(journal entry ${entry.sequence})`);
  expect((await bring(table, mapping)).out).toContain('the graph holds all of it already');
});

test('a token is made, listed without its secret, and revoked, while a server lets it write until then', async () => {
  const made = await oversight('token', 'create', '--name', 'Eve');
  expect(made).toMatchObject({ code: 0, out: expect.stringMatching(/^\S+\n$/) });
  const token = made.out.trim();
  const listed = await oversight('token', 'list');
  const [id = ''] = listed.out.split('  ');
  expect(listed.out).toMatch(/^[0-9a-f]{12} {2}curator {2}Eve {2}made \S+ {2}never used\n$/);
  expect(token).toContain(id);
  expect(listed.out).not.toContain(token.slice(-20));
  const server = startOversight(['serve'], data);
  running.push(server);
  const url = (await addressOf(server)).replace(/\/$/, '');
  expect(sequenceOf(await sendEdit(url, token, 'a key'))).toBeGreaterThan(1);
  const revoked = await oversight('token', 'revoke', id);
  expect(revoked).toMatchObject({ code: 0, out: expect.stringContaining('revoked ') });
  expect(await sendEdit(url, token, 'another key')).toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('Ctrl+C stops an export with nothing half done', async () => {
  const file = inFolder('stopped.jsonl');
  const run = startOversight(['export', file], data);
  running.push(run);
  await expect.poll(() => existsSync(`${file}.part`), { interval: 1, timeout: 30_000 }).toBe(true);
  run.child.kill('SIGINT');
  expect(await run.ended).toBe(130);
  expect(run.err).toContain('Nothing was left half done');
  expect([existsSync(file), existsSync(`${file}.part`)]).toEqual([false, false]);
});

test('a folder that cannot be made is told at once', async () => {
  const started = await runOversight([], { OVERSIGHT_DATA: '/proc/nope' });
  expect(started).toMatchObject({ code: 1 });
  expect(started.err).toContain('OVERSIGHT_DATA');
});

test('a server that cannot have its port touches no data', async () => {
  const server = startOversight([], data);
  running.push(server);
  const { port } = new URL(await addressOf(server));
  const other = inFolder('untouched');
  const refused = await runOversight([], { PORT: port, OVERSIGHT_DATA: other });
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.err).toMatch(/^PORT \d+ is in use/);
  expect(existsSync(other)).toBe(false);
});
