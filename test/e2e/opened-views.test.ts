import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServedGraph, serveGenerated } from '../../bench/explorer/serve-generated.ts';
import { emptyExploration } from '../../client/exploration/exploration.ts';
import { encodeView } from '../../client/exploration/share/encode-view.ts';
import { shareView } from '../../client/exploration/share/shared-view.ts';
import { writeViewFile } from '../../client/exploration/share/view-file.ts';
import { nodeId } from '../../schema/ids.ts';
import { nodesOnCanvas, waitForDrawing } from './open-explorer.ts';
import { shareOversight } from './share-oversight.ts';

const { explorer, visit } = shareOversight();

/** More nodes than a link can hold, and than one query takes. */
const MANY = 3_900;
let large: ServedGraph;
beforeAll(async () => {
  large = await serveGenerated(MANY + 200, MANY);
});
afterAll(() => large?.stop());

/** A view of these nodes as text. */
function viewOf(...ids: readonly string[]): string {
  const encoded = encodeView({ ...shareView(emptyExploration, null), nodes: ids.map(nodeId) });
  if (encoded.kind !== 'encoded') throw new Error('the view cannot be written');
  return encoded.text;
}

test('a link to nodes that are not in the graph any more shows the others, and says how many are missing', async () => {
  const text = viewOf('person/jacky-tiotto', 'organisation/cafcass', 'person/left-the-graph', 'quote/gone');
  const page = await explorer({ fragment: `#/view=${text}` });
  await page
    .locator('.toast', { hasText: '2 of the 4 nodes of this view are not in the graph any more' })
    .waitFor();
  expect([...(await nodesOnCanvas(page))].sort()).toEqual(['organisation/cafcass', 'person/jacky-tiotto']);
});

test('a file of a view that is dropped on the page by hand is opened as a step', async () => {
  const path = join(tmpdir(), `dropped-${process.pid}.oversight-view.json`);
  await writeFile(path, writeViewFile(viewOf('person/jacky-tiotto', 'organisation/cafcass'), 'Her post'));
  const page = await explorer();
  await drop(page, path);
  await page.getByText('Undo “open Her post”').waitFor();
  expect(await nodesOnCanvas(page)).toHaveLength(2);
  await rm(path);
});

/** As the system hands a file over that was dragged from a folder into the window. */
async function drop(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 700, y: 450, data });
}

test('a view that is too large for a link is saved as a file, and opened from it whole', async () => {
  const page = await visit(`${large.address}?test-bridge`, { mayBreak: true });
  await waitForDrawing(page);
  // The view as it opens has a link of its own, however large it is.
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await page.getByRole('button', { name: 'Copy link' }).click();
  const toast = page.locator('.toast', { hasText: 'too large for a link' });
  const saved = page.waitForEvent('download');
  await toast.getByRole('button', { name: 'Save view as a file' }).click();
  const content = await readFile(await (await saved).path());

  const other = await visit(`${large.address}?test-bridge`, { mayBreak: true });
  await waitForDrawing(other);
  await other.getByRole('application').focus();
  await other.keyboard.press('Control+a');
  await other.keyboard.press('Delete');
  await other.getByText(/^Undo “remove/).waitFor();
  await other.keyboard.press('v');
  const file = { name: 'large.oversight-view.json', mimeType: 'application/json', buffer: content };
  await other.getByLabel('File of a view').setInputFiles(file);
  await other.getByText(/^Undo “open/).waitFor();
  expect(await nodesOnCanvas(other)).toHaveLength((await nodesOnCanvas(page)).length);
});
