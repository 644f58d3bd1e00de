import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeText, inspectBytes } from './decode-text.ts';
import { openTableFiles, type TableFile } from './open-table-files.ts';
import { readTableRows } from './read-table-rows.ts';

const text = 'URN,Name\nSC1,Größe\n';
const bytes = Buffer.from(text);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oversight-tables-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a table file', () => {
  test('is read plain, compressed and out of an archive, and bears the name of the table', async () => {
    const zipped = zipSync({ 'in/b.csv': bytes, 'a.csv': bytes, '__MACOSX/._a.csv': bytes });
    const [plain] = await openTableFiles(await put('a.csv', bytes));
    const [packed] = await openTableFiles(await put('a.csv.gz', gzipSync(bytes)));
    const archived = await openTableFiles(await put('all.zip', zipped));
    expect([plain?.name, packed?.name, ...archived.map(({ name }) => name)]).toEqual([
      'a.csv',
      'a.csv',
      'a.csv',
      'b.csv',
    ]);
    for (const file of [plain, packed, ...archived]) expect(await wholeText(file)).toBe(text);
  });

  test.each([
    ['damaged.csv.gz', gzipSync(bytes).subarray(0, 20), 'the file is damaged'],
    ['damaged.zip', Buffer.from('no archive at all'), 'this is not a zip archive'],
  ])('“%s” is told to be damaged', async (name, damaged, message) => {
    const path = await put(name, damaged);
    await expect(openTableFiles(path).then(([file]) => wholeText(file))).rejects.toThrow(message);
  });

  test('that is not there is told by its name', async () => {
    const [file] = await openTableFiles(join(folder, 'nowhere.csv'));
    await expect(wholeText(file)).rejects.toThrow('nowhere.csv: there is no such file');
  });
});

describe('the encoding', () => {
  test('is UTF-8 with or without a mark at its start, and the mark is no text', async () => {
    const marked = Buffer.from([0xef, 0xbb, 0xbf, ...bytes]);
    expect((await inspectBytes(byteByByte(marked))).encoding).toBe('utf-8');
    expect(await joined(decodeText(byteByByte(marked), 'utf-8'))).toBe(text);
  });

  test('is Windows-1252 where one byte far down is not UTF-8', async () => {
    const old = Buffer.from([...Buffer.from('Families '), 0x96, ...Buffer.from(' West'), 0xe9]);
    expect((await inspectBytes(byteByByte(old))).encoding).toBe('windows-1252');
    expect(await joined(decodeText(byteByByte(old), 'windows-1252'))).toBe('Families – Westé');
  });

  test('of a text that ends in the middle of a character is not UTF-8', async () => {
    expect((await inspectBytes(byteByByte(Buffer.from([0x41, 0xc3])))).encoding).toBe('windows-1252');
  });
});

describe('rows', () => {
  test('are counted as a spreadsheet counts, lines as an editor does', async () => {
    const rows = await rowsOf('a,"b\nb"\n,\nc\n');
    expect(rows).toEqual([
      { row: 1, line: 2, cells: ['a', 'b\nb'] },
      { row: 2, line: 3, cells: ['', ''] },
      { row: 3, line: 4, cells: ['c'] },
    ]);
  });

  test('with a quote that never closes are refused', async () => {
    await expect(rowsOf('a,b\nc,"d\n')).rejects.toThrow('opening quote at line 2');
  });
});

async function put(name: string, content: Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function wholeText(file: TableFile | undefined): Promise<string> {
  if (!file) throw new Error('there is no such table');
  return joined(decodeText(file.bytes(), 'utf-8'));
}

async function rowsOf(csv: string): Promise<unknown[]> {
  const rows: unknown[] = [];
  for await (const row of readTableRows(byteByByteText(csv), 'small.csv')) rows.push(row);
  return rows;
}

async function joined(parts: AsyncIterable<string>): Promise<string> {
  let whole = '';
  for await (const part of parts) whole += part;
  return whole;
}

async function* byteByByte(content: Uint8Array): AsyncGenerator<Uint8Array> {
  for (const byte of content) yield Uint8Array.of(byte);
}

async function* byteByByteText(content: string): AsyncGenerator<string> {
  yield* content;
}
