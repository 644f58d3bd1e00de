import { expect, test } from 'vitest';
import { expectAccessible } from './expect-accessible.ts';
import { shareOversight } from './share-oversight.ts';

const { visit } = shareOversight();

const paths = [
  'person/anthony-douglas',
  'quote/000-04',
  'inspection/cafcass-2018',
  'judgement/cafcass-2018/overall/good',
  'organisation/cafcass',
  'person/nobody-at-all',
];

test.each(['light', 'dark'] as const)(
  'pages are accessible and styled by our own server, %s',
  async (colorScheme) => {
    for (const path of paths) {
      // The console names the page that is not there.
      const page = await visit(path, { colorScheme, mayBreak: path === 'person/nobody-at-all' });
      await expectAccessible(page, path);
      const font = await page.locator('h1').evaluate((heading) => getComputedStyle(heading).fontFamily);
      expect(font).toMatch(/Source Serif|Inter/);
    }
  },
);

test('a page fits a phone of 360 pixels', async () => {
  for (const path of paths.slice(0, 5)) {
    const page = await visit(path, {
      viewport: { width: 360, height: 740 },
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(360);
  }
});

test('without JavaScript a reader goes from a quote to its speaker, to the body and to its inspection', async () => {
  const page = await visit('quote/000-04', {
    javaScriptEnabled: false,
  });
  const heading = page.getByRole('heading', { level: 1 });
  await page.getByRole('link', { name: 'Anthony Douglas' }).click();
  expect(await heading.textContent()).toBe('Anthony Douglas');
  await page.getByRole('link', { name: 'Cafcass', exact: true }).click();
  expect(await heading.textContent()).toBe('Cafcass');
  await page.getByRole('link', { name: 'Second national inspection of Cafcass' }).click();
  expect(await page.getByText('the sources disagree').count()).toBe(1);
});

test('the explorer opens on the node of the page that one comes from', async () => {
  const page = await visit('person/jacky-tiotto');
  await page.getByRole('link', { name: 'Open in the explorer' }).click();
  await page.getByRole('heading', { name: 'Jacky Tiotto' }).waitFor();
  expect(page.url()).toContain('/#/selected=person/jacky-tiotto');
});
