import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const built = fileURLToPath(new URL('../../dist/client', import.meta.url));
const LIMIT = 150 * 1024;

test('the scripts that come before the graph stay below 150 KB, Cytoscape and the inspector apart', () => {
  const html = readFileSync(join(built, 'index.html'), 'utf8');
  const first = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].flatMap(([, path]) => path ?? []);
  const canvas = readdirSync(join(built, 'assets')).filter((name) => /^Canvas-.*\.js$/.test(name));
  expect(first.length).toBeGreaterThan(0);
  expect(canvas).toHaveLength(1);
  const size = [...first, ...canvas.map((name) => `assets/${name}`)]
    .map((path) => gzipSync(readFileSync(join(built, path))).length)
    .reduce((sum, length) => sum + length, 0);
  expect(size).toBeLessThan(LIMIT);
});
