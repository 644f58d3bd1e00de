import type { Page } from 'playwright-core';

/** Keeps requests of the API from the server, those that are to be held by their body, until they are let go. */
export async function holdRequests(page: Page, isHeld: (body: string) => boolean) {
  let [letGo, tell] = [() => {}, () => {}];
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const isAsked = new Promise<void>((resolve) => {
    tell = resolve;
  });
  await page.route('**/graphql', async (route) => {
    if (isHeld(route.request().postData() ?? '')) {
      tell();
      await held;
    }
    await route.continue();
  });
  return { isAsked, letGo: () => letGo() };
}
