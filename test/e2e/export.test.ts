import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { buildSchema, parse, validate } from 'graphql';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { elementsNamed, parseXml } from '../support/parse-xml.ts';
import { readCsv } from '../support/read-csv.ts';
import { expectAccessible } from './expect-accessible.ts';
import { nodesOnCanvas } from './open-explorer.ts';
import { shareOversight } from './share-oversight.ts';

const { explorer } = shareOversight();

const ogl = 'Open Government Licence v3.0';
const sources = (page: Page) =>
  page.getByRole('region', { name: 'Details' }).getByRole('region', { name: 'Sources' });
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Export' });

test('by mouse: a picture as SVG, with what can be seen and nothing else', async () => {
  const page = await explorer();
  await page
    .getByRole('checkbox', { name: /^quotes/i })
    .or(page.getByRole('button', { name: /^quotes/i }))
    .first()
    .click();
  const seen = await nodesOnCanvas(page);
  const file = await exportByMouse(page, 'Drawing (SVG)', 'SVG');
  expect(file.name).toMatch(/^oversight-.+-\d{4}-\d\d-\d\d\.svg$/);
  const svg = parseXml(file.content.toString('utf8'));
  const words = elementsNamed(svg, 'text').map(({ text }) => text);
  expect(words).toContain('Cafcass');
  expect(words.join(' ')).toContain(ogl);
  expect(seen.some((id) => id.startsWith('quote/'))).toBe(false);
  const titles = elementsNamed(svg, 'title').map(({ text }) => text);
  expect(titles.some((title) => title.startsWith('quote:'))).toBe(false);
  expect(titles.filter((title) => title.startsWith('inspection:'))).toHaveLength(
    seen.filter((id) => id.startsWith('inspection/')).length,
  );
  // What the lines rest on, and that sources disagree, is told by the drawing itself.
  expect(titles.some((title) => /inspected · 2 sources – Cafcass$/.test(title))).toBe(true);
  expect(titles).toContain('The sources disagree');
});

test('a picture as PNG in twice the pixels, dark where it is asked for', async () => {
  const page = await explorer();
  const plain = await exportByMouse(page, 'Picture (PNG)', 'PNG', ['1×']);
  const dark = await exportByMouse(page, 'Picture (PNG)', 'PNG', ['2×', 'Dark']);
  const [small, large] = [sizeOfPng(plain.content), sizeOfPng(dark.content)];
  expect(small.width).toBeGreaterThan(600);
  expect(Math.abs(large.width - 2 * small.width)).toBeLessThanOrEqual(1);
  expect(await cornerOf(page, plain.content)).toEqual([246, 245, 241, 255]);
  expect(await cornerOf(page, dark.content)).toEqual([20, 23, 27, 255]);
  const clear = await exportByMouse(page, 'Picture (PNG)', 'PNG', ['1×', 'Transparent']);
  expect((await cornerOf(page, clear.content))[3]).toBe(0);
});

test('what was chosen for a type in the legend is in the picture, too', async () => {
  const page = await explorer();
  await page.getByRole('button', { name: 'Colour and size: People' }).focus();
  await page.keyboard.press('Enter');
  await page
    .getByRole('group', { name: /^Colour and size/ })
    .getByTitle('green')
    .click();
  await page.getByText('Undo “draw people in green”').waitFor();
  const { content } = await exportByMouse(page, 'Drawing (SVG)', 'SVG');
  const svg = content.toString('utf8');
  // As the tokens have it for a light ground; the tone of before is gone.
  expect(svg).toContain('fill="rgb(3, 70, 11)"');
  expect(svg).not.toContain('rgb(91, 63, 140)');
});

test('by keyboard alone: the selection as JSON, with the evidence of each record', async () => {
  const page = await explorer({
    fragment: '#/selected=inspection/cafcass-2018',
  });
  await sources(page).waitFor();
  await page.keyboard.press('x');
  await page.getByRole('menu', { name: 'Export' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await dialog(page).waitFor();
  await dialog(page).getByRole('radio', { name: 'JSON' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  expect(await dialog(page).getByRole('radio', { name: 'The selection' }).isChecked()).toBe(true);
  const saved = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const file = JSON.parse((await contentOf(await saved)).toString('utf8'));
  expect(file).toMatchObject({ format: 'oversight-view', scope: 'the selection' });
  const ids: readonly string[] = file.nodes.map(({ id }: { id: string }) => id);
  expect(ids).toContain('inspection/cafcass-2018');
  expect(ids.filter((id) => id.startsWith('judgement/')).length).toBe(ids.length - 1);
  for (const { evidence } of file.relationships) expect(evidence.length).toBeGreaterThan(0);
  expect(file.attribution.join(' ')).toContain(ogl);
});

test('tables and a network have every node that can be seen', async () => {
  const page = await explorer();
  const seen = [...(await nodesOnCanvas(page))].sort();
  const zip = unzipSync(new Uint8Array((await exportByMouse(page, 'Tables (CSV)', 'CSV')).content));
  const [head = [], ...rows] = readCsv(strFromU8(zip['nodes.csv'] ?? new Uint8Array()));
  expect(rows.map((row) => row[head.indexOf('id')]).sort()).toEqual(seen);
  expect(strFromU8(zip['README.txt'] ?? new Uint8Array())).toContain(ogl);
  expect(Object.keys(zip).sort()).toEqual(['README.txt', 'nodes.csv', 'relationships.csv', 'sources.csv']);
  const graphml = parseXml(
    (await exportByMouse(page, 'Network (GraphML)', 'GraphML')).content.toString('utf8'),
  );
  expect(
    elementsNamed(graphml, 'node')
      .map(({ attributes }) => attributes.id ?? '')
      .sort(),
  ).toEqual(seen);
});

test('the view is copied as a query that gives exactly what can be seen, and opens in the playground', async () => {
  const page = await explorer({
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const seen = [...(await nodesOnCanvas(page))].sort();
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Copy this view as a query' }).click();
  await page.getByText('The query for what can be seen is on the clipboard.').first().waitFor();
  const query = await page.evaluate(() => navigator.clipboard.readText());
  const schema = buildSchema(await readFile(new URL('../../schema/api.graphql', import.meta.url), 'utf8'));
  expect(validate(schema, parse(query))).toEqual([]);
  const answer = await page.evaluate(async (text) => {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: text }),
    });
    return response.json();
  }, query);
  expect(answer.data.subgraph.nodes.map(({ id }: { id: string }) => id).sort()).toEqual(seen);

  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Query this view in the playground' }).click();
  await page.waitForURL(/\/graphql/);
  await page.locator('.graphiql-query-editor').getByText('subgraph').first().waitFor();
  await page.getByRole('button', { name: /^Execute query/ }).click();
  await page.locator('.graphiql-response').getByText('"subgraph"').first().waitFor();
});

test('a selection opens in the playground as a query for just that', async () => {
  const page = await explorer({
    fragment: '#/selected=person/anthony-douglas',
  });
  await sources(page).waitFor();
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Query the selection in the playground' }).click();
  await page.waitForURL(/\/graphql\?/);
  const asked = new URL(page.url()).searchParams;
  expect(JSON.parse(asked.get('variables') ?? '')).toEqual({ ids: ['person/anthony-douglas'] });
  await page.locator('.graphiql-query-editor').getByText('subgraph').first().waitFor();
});

test.each(['light', 'dark'] as const)('menu and dialogues are accessible, %s', async (colorScheme) => {
  const page = await explorer({ colorScheme });
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menu', { name: 'Export' }).waitFor();
  await expectAccessible(page, 'the menu');
  await page.getByRole('menuitem', { name: /^About/ }).click();
  await page.getByRole('dialog', { name: 'About Oversight' }).getByText(ogl).first().waitFor();
  await expectAccessible(page, 'about');
  await page.keyboard.press('Escape');
  for (const item of ['Picture (PNG)', 'Tables (CSV)']) {
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: item }).click();
    await dialog(page).waitFor();
    await expectAccessible(page, item);
    await page.keyboard.press('Escape');
  }
});

test('when the server is gone the dialogue says so, and saves nothing', async () => {
  const page = await explorer({ mayBreak: true });
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Data (JSON)' }).click();
  await dialog(page).waitFor();
  await page.route('**/graphql', (route) => route.abort());
  await dialog(page).getByRole('button', { name: 'Save JSON' }).click();
  await dialog(page).getByRole('alert').getByText('The server cannot be reached').waitFor();
});

interface SavedFile {
  readonly name: string;
  readonly content: Buffer;
}

async function exportByMouse(
  page: Page,
  item: string,
  format: string,
  choices: readonly string[] = [],
): Promise<SavedFile> {
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: item }).click();
  for (const choice of choices) await dialog(page).getByRole('radio', { name: choice }).click();
  const download = page.waitForEvent('download');
  await dialog(page)
    .getByRole('button', { name: `Save ${format}` })
    .click();
  const saved = await download;
  await dialog(page).waitFor({ state: 'detached' });
  return { name: saved.suggestedFilename(), content: await contentOf(saved) };
}

async function contentOf(download: { readonly path: () => Promise<string> }): Promise<Buffer> {
  return readFile(await download.path());
}

function sizeOfPng(content: Buffer): { readonly width: number; readonly height: number } {
  expect(content.subarray(1, 4).toString('latin1')).toBe('PNG');
  return { width: content.readUInt32BE(16), height: content.readUInt32BE(20) };
}

/** The colour of the upper left pixel. */
function cornerOf(page: Page, content: Buffer): Promise<readonly number[]> {
  return page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const surface = document.createElement('canvas').getContext('2d');
    surface?.drawImage(image, 0, 0);
    return [...(surface?.getImageData(2, 2, 1, 1).data ?? [])];
  }, content.toString('base64'));
}
