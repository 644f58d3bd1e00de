import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const built = fileURLToPath(new URL('../../dist/client', import.meta.url));
const LIMIT = 150 * 1024;

const named = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].flatMap(([, path]) => path ?? []);

test('all that the graph waits for is fetched with the page, and is below 150 KB, Cytoscape apart', () => {
  const html = readFileSync(join(built, 'index.html'), 'utf8');
  const first = named(html, /(?:src|href)="\/(assets\/[^"]+\.js)"/g);
  const isThere = (part: string) => first.some((path) => path.startsWith(`assets/${part}`));
  for (const part of ['explorer-', 'start-', 'canvas-part-', 'cytoscape'])
    expect(isThere(part), part).toBe(true);
  const texts = new Map(first.map((path) => [path, readFileSync(join(built, path))]));
  // What these import at once is named in the page, too: else the count would leave it out, and the browser find it late.
  for (const text of texts.values())
    for (const name of named(text.toString(), /(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g))
      expect(first).toContain(`assets/${name}`);
  const size = [...texts]
    .filter(([path]) => !path.includes('cytoscape'))
    .reduce((sum, [, text]) => sum + gzipSync(text).length, 0);
  expect(size).toBeLessThan(LIMIT);
});
