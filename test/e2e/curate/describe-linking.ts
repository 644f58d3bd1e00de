import { describe, expect, test } from 'vitest';
import { expectSamePlaces, nodesOnCanvas, openExplorer, placesOf } from '../open-explorer.ts';
import { expectAccessibleInBothThemes } from './expect-accessible-in-both-themes.ts';
import { pick, type SignedServer, select, signIn, startCurating } from './sign-in.ts';

const words = 'The service has turned a corner for good';

/** Job 3 from start to end in a real browser, on whatever store the server has. */
export function describeLinking(store: string, serve: () => Promise<SignedServer>): void {
  describe(`curating in the browser, on ${store}`, () => {
    const { browser, server } = startCurating(serve);

    test('a new quote is linked to speaker, inspection and document, and stands on the canvas with its sources', async () => {
      const { page, close } = await openExplorer(browser(), server().served.address);
      await signIn(page, server().token);
      await select(page, 'document/good-2014', 'Cafcass praised in its first national Ofsted inspection');
      await page.keyboard.press('l');
      const form = page.getByRole('form', { name: 'Add a quote' });
      await form.getByLabel('Exact words').fill(words);
      await pick(page, 'Speaker', 'anthony douglas', 'Anthony Douglas');
      await form.getByLabel('Said on').fill('2014-04-24');
      await form.getByRole('list', { name: /Posts of Anthony Douglas on 24 April 2014/ }).waitFor();
      await pick(
        page,
        'Inspection, judgement, body or person',
        'first national',
        'First national inspection',
      );
      await form.getByLabel('Where in it').fill('paragraph 9');

      // Without a reason nothing is sent; with it the draft is saved as it was.
      await form.getByRole('button', { name: 'Add and link the quote' }).click();
      await form.getByText('One field above must be filled in or mended first.').waitFor();
      await form.getByLabel('Why').fill('It was missing');
      await form.getByRole('button', { name: 'Add and link the quote' }).click();

      await page.getByRole('region', { name: 'Said by' }).waitFor();
      expect(await page.locator('.quote-words').textContent()).toContain(words);
      expect(await page.getByRole('region', { name: 'Said by' }).textContent()).toContain('Anthony Douglas');
      expect(await page.getByRole('region', { name: 'About' }).textContent()).toContain('First national');
      expect(await page.getByRole('region', { name: 'Quoted in' }).textContent()).toContain('paragraph 9');
      await expect
        .poll(() => nodesOnCanvas(page), { timeout: 20_000 })
        .toContainEqual(expect.stringMatching(/^quote\//));
      await close();
    });

    test('a link that one makes is seen by another at once, found in the history, taken back, and gone there, too', async () => {
      const [first, second] = [
        await openExplorer(browser(), server().served.address),
        await openExplorer(browser(), server().served.address),
      ];
      const [ada, bob] = [first.page, second.page];
      const said = 'Nothing of this was foreseen';
      await signIn(ada, server().token);
      await bob
        .getByRole('button', { name: 'Pause changes of others' })
        .filter({ hasText: 'Live' })
        .waitFor();
      await select(bob, 'person/anthony-douglas', 'Anthony Douglas');
      await select(ada, 'document/good-2014', 'Cafcass praised in its first national Ofsted inspection');
      await ada.keyboard.press('l');
      await ada.getByLabel('Exact words').fill(said);
      await pick(ada, 'Speaker', 'anthony douglas', 'Anthony Douglas');
      await pick(ada, 'Inspection, judgement, body or person', 'first national', 'First national inspection');
      await ada.getByLabel('Why').fill('A reader sent it in');
      await ada.getByRole('button', { name: 'Add and link the quote' }).click();

      // The other sees it among the relationships of the speaker, and brings it onto the canvas.
      const details = bob.getByRole('region', { name: 'Details' });
      await details.getByText(said).first().waitFor();
      const before = await placesOf(bob);
      await bob.getByRole('button', { name: 'Bring in a node that others added' }).click();
      await bob.waitForFunction(
        (count) => (window.__oversight?.nodes().length ?? 0) === count + 1,
        Object.keys(Object.fromEntries(before)).length,
      );
      const [quote = ''] = (await nodesOnCanvas(bob)).filter((id) => !before.has(id));
      expect(quote).toMatch(/^quote\//);
      await expectSamePlaces(bob, before);

      // It stands in the history, with its relationships in words.
      await ada.getByRole('region', { name: 'Said by' }).waitFor();
      await ada.keyboard.press('j');
      const changes = ada.getByRole('list', { name: 'Changes, the newest first' });
      const newest = changes.getByRole('listitem').first();
      await newest.getByText('A reader sent it in').waitFor();
      const told = await newest.textContent();
      expect(told).toContain(said);
      expect(told).toMatch(/Anthony Douglas said “?Nothing of this/);
      expect(told).toContain('First national inspection');
      for (const { page } of [first, second]) await expectAccessibleInBothThemes(page);

      // Taken back with a reason, it is gone in both.
      await newest.getByRole('button', { name: /^Take back change/ }).click();
      await newest.getByRole('button', { name: 'Take it back' }).click();
      await newest.getByText('Say why: it stands in the history beside your name.').waitFor();
      await newest.getByLabel('Why it is taken back').fill('It was somebody else');
      await newest.getByRole('button', { name: 'Take it back' }).click();
      await ada
        .getByText(/^Change \d+ is taken back, as change \d+/)
        .first()
        .waitFor();
      for (const page of [ada, bob])
        await page.waitForFunction((id) => !window.__oversight?.nodes().includes(id), quote);
      await details.getByText(said).first().waitFor({ state: 'detached' });
      await first.close();
      await second.close();
    });

    test('what others built on a change is told before it is taken back, and goes with it where that is wanted', async () => {
      const { page, close } = await openExplorer(browser(), server().served.address);
      await signIn(page, server().token);
      await select(page, 'document/good-2014', 'Cafcass praised in its first national Ofsted inspection');
      await page.keyboard.press('l');
      await page.getByLabel('Exact words').fill('One thing upon another');
      await page.getByLabel('Why').fill('The first');
      await pick(page, 'Speaker', 'anthony douglas', 'Anthony Douglas');
      await page.getByRole('button', { name: 'Add and link the quote' }).click();
      await page.getByRole('region', { name: 'Said by' }).waitFor();
      await page.keyboard.press('l');
      await page.getByRole('form', { name: 'Link the quote' }).waitFor();
      await pick(page, 'Document', 'outstanding', 'Ofsted report of Court advisory');
      await pick(page, 'Inspection, judgement, body or person', 'yvette stanley', 'Yvette Stanley');
      await page.getByLabel('Why').fill('The second');
      await page.getByRole('button', { name: 'Link the quote' }).click();
      await page.getByRole('region', { name: 'About' }).getByText('Yvette Stanley').waitFor();

      await page.keyboard.press('j');
      const changes = page.getByRole('list', { name: 'Changes, the newest first' });
      const oldest = changes.locator('> li').filter({ hasText: 'The first' });
      await oldest.getByRole('button', { name: /^Take back change/ }).click();
      await oldest.getByLabel('Why it is taken back').fill('All of it was wrong');
      await oldest.getByRole('button', { name: 'Take it back' }).click();
      await oldest.getByText('It cannot go alone: this was built on it since.').waitFor();
      expect(await oldest.textContent()).toContain('Yvette Stanley');
      await oldest.getByRole('button', { name: 'Take those back, too' }).click();
      await page
        .getByText(/^Change \d+ is taken back/)
        .first()
        .waitFor();
      await page.getByText('Nothing is selected').waitFor();
      await close();
    });

    test('what was typed survives a reload, and is gone once it is discarded', async () => {
      const { page, close } = await openExplorer(browser(), server().served.address);
      await signIn(page, server().token);
      await select(page, 'document/outstanding-2024', 'Ofsted report of Court advisory');
      await page.keyboard.press('l');
      await page.getByLabel('Exact words').fill('half a senten');
      await page.reload();
      await page.getByRole('button', { name: /^Signed in as/ }).waitFor();
      await select(page, 'document/outstanding-2024', 'Ofsted report of Court advisory');
      await page.keyboard.press('l');
      await page.getByText('This is what you began to write before').waitFor();
      expect(await page.getByLabel('Exact words').inputValue()).toBe('half a senten');
      await page.getByRole('button', { name: 'Discard' }).click();
      await page.keyboard.press('l');
      expect(await page.getByLabel('Exact words').inputValue()).toBe('');
      await close();
    });

    test('two curators at one quote: the later sees both sides, loses nothing typed, and saves on top', async () => {
      const [first, second] = [
        await openExplorer(browser(), server().served.address),
        await openExplorer(browser(), server().served.address),
      ];
      for (const { page } of [first, second]) {
        await signIn(page, server().token);
        await select(page, 'quote/003-06', '“');
        await page.keyboard.press('l');
        await page.getByRole('form', { name: 'Link the quote' }).waitFor();
        await pick(page, 'Document', 'outstanding', 'Ofsted report of Court advisory');
        await page.getByLabel('Why').fill('It is about them, too');
      }
      await pick(first.page, 'Inspection, judgement, body or person', 'cafcass board', 'Cafcass Board');
      await first.page.getByRole('button', { name: 'Link the quote' }).click();
      await first.page
        .getByText(/Saved as change \d+/)
        .first()
        .waitFor();

      await pick(second.page, 'Inspection, judgement, body or person', 'yvette stanley', 'Yvette Stanley');
      await second.page.getByRole('button', { name: 'Link the quote' }).click();
      const conflict = second.page.getByRole('alert', { name: 'Somebody changed this meanwhile' });
      await conflict.getByText(/Cafcass Board/).waitFor();
      expect(await conflict.textContent()).toContain('Yvette Stanley');
      await conflict.getByRole('button', { name: 'Keep mine, on top of theirs' }).click();
      await second.page.getByRole('button', { name: 'Link the quote' }).click();
      await second.page
        .getByText(/Saved as change \d+/)
        .first()
        .waitFor();
      const about = await second.page.getByRole('region', { name: 'About' }).textContent();
      expect(about).toContain('Cafcass Board');
      expect(about).toContain('Yvette Stanley');
      await first.close();
      await second.close();
    });

    test('who is not signed in reads, and is told what to do before anything is written', async () => {
      const { page, close } = await openExplorer(browser(), server().served.address);
      await select(page, 'document/good-2014', 'Cafcass praised in its first national Ofsted inspection');
      await page.keyboard.press('l');
      const dialog = page.getByRole('dialog', { name: 'Sign in to curate' });
      await dialog.getByLabel('Token').fill('not-a-token');
      await dialog.getByRole('button', { name: 'Sign in' }).click();
      await dialog.getByText('The token is not one of this graph').waitFor();
      await dialog.getByLabel('Token').fill(server().token);
      await dialog.getByRole('button', { name: 'Sign in' }).click();
      // The task that was begun waits behind it.
      await page.getByRole('dialog', { name: /^Signed in as/ }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('form', { name: 'Add a quote' }).waitFor();
      await close();
    });
  });
}
