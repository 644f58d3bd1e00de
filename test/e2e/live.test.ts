import { expect, test } from 'vitest';
import type { NodeId } from '../../schema/ids.ts';
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import { makeChange } from '../support/small-world.ts';
import { holdRequests } from './hold-requests.ts';
import { expectSamePlaces, nodesOnCanvas, placesOf, waitForDrawing } from './open-explorer.ts';
import { startOwnOversight } from './share-oversight.ts';

const { browser, address, explorer, served } = startOwnOversight();

/** Gives a node another name, from a process beside the server. */
async function rename(id: string, name: string): Promise<void> {
  const store = await openSqliteStore({ folder: served().folder });
  const { nodes, evidence, statements } = await store.records([id as NodeId]);
  const changed = nodes.map((node) => ({ ...node, properties: { ...node.properties, name } }));
  const outcome = await store.write(makeChange({ nodes: changed, evidence, statements }, { author: 'Eve' }));
  expect(outcome.kind).toBe('written');
  await store.close();
}

test('what another process changes comes onto the view by itself, and nothing moves or loses the focus', async () => {
  const page = await explorer();
  await page.getByRole('button', { name: 'Outline', exact: true }).click();
  await page.getByRole('button', { name: 'Pause changes of others' }).filter({ hasText: 'Live' }).waitFor();
  const [id = ''] = (await nodesOnCanvas(page)).filter((each) => each.startsWith('inspection/'));
  const before = await placesOf(page);
  await page.getByRole('combobox').first().focus();
  await rename(id, 'A name from elsewhere');
  await page.getByText('A name from elsewhere').first().waitFor();
  await expectSamePlaces(page, before);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');

  await page.getByRole('button', { name: 'Pause changes of others' }).click();
  await rename(id, 'A second name');
  await rename(id, 'A third name');
  const waiting = page.getByRole('button', { name: 'Show changes of others: 2 waiting' });
  await waiting.waitFor();
  expect(await page.getByText('A third name').count()).toBe(0);
  await waiting.click();
  await page.getByText('A third name').first().waitFor();
  await expectSamePlaces(page, before);
});

test('what others change between the reading of a view and the opening of the stream comes onto it too, once', async () => {
  const context = await browser().newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  const opened = await holdRequests(page, (body) => body.includes('graphChanged'));
  await page.goto(`${address()}?test-bridge`);
  await waitForDrawing(page);
  await page.getByRole('button', { name: 'Outline', exact: true }).click();
  const [id = ''] = (await nodesOnCanvas(page)).filter((each) => each.startsWith('inspection/'));
  await opened.isAsked;
  await rename(id, 'A name from between');
  opened.letGo();
  await page.getByText('A name from between').first().waitFor();
  await rename(id, 'A name from after');
  await page.getByText('A name from after').first().waitFor();
  await context.close();
});
