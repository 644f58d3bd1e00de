import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const built = fileURLToPath(new URL('../../dist/client/assets', import.meta.url));
const LIMIT = 150 * 1024;
/** What the graph waits for; the panels beside it come with the page, too, and are not waited for. */
const PARTS = ['explorer-', 'start-', 'canvas-part-', 'cytoscape'];

const named = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].flatMap(([, path]) => path ?? []);

test('all that the graph waits for is fetched with the page, and is below 150 KB, Cytoscape apart', () => {
  const html = readFileSync(join(built, '../index.html'), 'utf8');
  const first = named(html, /(?:src|href)="\/assets\/([^"]+\.js)"/g);
  const needed = new Map<string, Buffer>();
  const need = (file: string) => {
    if (needed.has(file)) return;
    // Else the browser would find it late.
    expect(first).toContain(file);
    const text = readFileSync(join(built, file));
    needed.set(file, text);
    for (const each of named(text.toString(), /(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g)) need(each);
  };
  for (const part of PARTS) {
    const files = first.filter((file) => file.startsWith(part));
    expect(files, part).toHaveLength(1);
    for (const file of files) need(file);
  }
  expect(needed.size).toBeGreaterThan(PARTS.length);
  const size = [...needed]
    .filter(([file]) => !file.startsWith('cytoscape'))
    .reduce((sum, [, text]) => sum + gzipSync(text).length, 0);
  expect(size).toBeLessThan(LIMIT);
});
