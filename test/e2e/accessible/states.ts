import type { Page } from 'playwright-core';

/** A state of the screen, and how it is reached from the one before it. */
export type State = readonly [name: string, reach: (page: Page) => Promise<unknown>];

export const themes = ['light', 'dark'] as const;

export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Selects a node, and waits until its facts and sources stand in the inspector. */
export const selecting = (id: string): State => [
  id,
  async (page) => {
    await page.evaluate((node) => {
      window.location.hash = `#/selected=${node}`;
    }, id);
    await page.getByRole('region', { name: 'Details' }).getByRole('region', { name: 'Sources' }).waitFor();
  },
];

/** Closes the dialogue or menu that is open. */
export const closing =
  (then: (page: Page) => Promise<unknown>) =>
  async (page: Page): Promise<void> => {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await then(page);
  };
