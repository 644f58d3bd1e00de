import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { nodesOnCanvas } from './open-explorer.ts';
import { shareOversight } from './share-oversight.ts';

const { address, explorer, visit } = shareOversight();

test('a query is run in the playground', async () => {
  const query = '{ inspections(first: 100) { totalCount } }';
  const page = await visit(`graphql?${new URLSearchParams({ query })}`);
  await runQuery(page, 'inspections');
  await page.locator('.graphiql-response').getByText('totalCount').first().waitFor();
  expect(await responseOf(page)).toContain('11');
});

test('from the inspector one comes to a query for exactly that node, which runs', async () => {
  const page = await explorer({
    fragment: '#/selected=person/jacky-tiotto',
  });
  await page.getByRole('link', { name: 'Query' }).click();
  await page.waitForURL(/\/graphql\?query=/);
  await runQuery(page, 'person');
  await page.locator('.graphiql-response').getByText('Jacky Tiotto').first().waitFor();
  expect(await responseOf(page)).toContain('Chief Executive');
});

test('the editor is styled without any unsafe policy: lines stand below each other, and typing goes on', async () => {
  const page = await visit(`graphql`);
  const lines = page.locator('.graphiql-query-editor .view-line');
  await lines.nth(3).waitFor();
  const tops = await lines.evaluateAll((all) =>
    all.map((line) => Math.round(line.getBoundingClientRect().top)),
  );
  expect(new Set(tops).size).toBe(tops.length);
  await page.locator('.graphiql-query-editor .view-lines').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('{ people(first: 3) { totalCount');
  expect(await lines.first().textContent()).toContain('people');
  expect(await page.locator('[data-style]').count()).toBe(0);
});

test('a result is shown on the graph: every id in it, the ends of relationships, and how many are not there', async () => {
  const query = `{
    person(id: "person/anthony-douglas") { key: id posts { edges { id } } }
    quote(id: "quote/000-04") { id }
    gone: search(query: "sally cheshire", first: 1) { nodes { ... on Person { id } } }
  }`;
  const page = await visit(`graphql?${new URLSearchParams({ query })}`);
  await runQuery(page, 'person');
  await page.getByText(/^It names 3 nodes and \d+ relationships?\.$/).waitFor();
  await page.getByRole('button', { name: 'Show this result on the graph' }).press('Enter');
  await page
    .getByText(/^4 nodes of the result are shown\.$/)
    .first()
    .waitFor();
});

test('without ids in the result there is nothing to show, and it says what is wanting', async () => {
  const query = '{ people(first: 2) { totalCount } }';
  const page = await visit(`graphql?${new URLSearchParams({ query })}`);
  await runQuery(page, 'people');
  await page.locator('.graphiql-response').getByText('totalCount').first().waitFor();
  expect(await page.getByRole('button', { name: 'Show this result on the graph' }).isDisabled()).toBe(true);
  await page.getByText('A result that asks for “id” can be shown on the graph.').waitFor();
});

test('ids that the graph has not are told, and the others stand on the canvas', async () => {
  const page = await visit(`graphql`);
  await page.evaluate(() => {
    const nodes = ['person/anthony-douglas', 'organisation/cafcass', 'person/nobody-at-all'];
    sessionStorage.setItem('oversight-handed-over', JSON.stringify({ nodes, relationships: [] }));
  });
  await page.goto(`${address()}?test-bridge`);
  await page.getByText('2 nodes of the result are shown. 1 id is not in the graph.').first().waitFor();
  await page.waitForFunction(() => window.__oversight?.nodes().length === 2);
  expect([...(await nodesOnCanvas(page))].sort()).toEqual(['organisation/cafcass', 'person/anthony-douglas']);
});

/** Runs the query once the editor shows it, of which `words` are a part. */
async function runQuery(page: Page, words: string): Promise<void> {
  await page.locator('.graphiql-query-editor').getByText(words).first().waitFor();
  await page.getByRole('button', { name: /^Execute query/ }).click();
}

/** What the response shows, with the editor's unbreakable spaces as spaces. */
async function responseOf(page: Page): Promise<string> {
  return ((await page.locator('.graphiql-response').textContent()) ?? '').replaceAll('\u00a0', ' ');
}
