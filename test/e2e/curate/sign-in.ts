import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from '../../support/chromium/launch-browser.ts';
import { type OpenPage, openExplorer } from '../open-explorer.ts';
import { type ServedOversight, serveOversight } from '../serve-oversight.ts';

/** Signs a curator in by the dialogue, and leaves it. */
export async function signIn(page: Page, token: string): Promise<void> {
  await page.getByRole('button', { name: 'Sign in to curate' }).click();
  await page.getByRole('dialog').getByLabel('Token').fill(token);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: /^Signed in as/ }).waitFor();
  await page.keyboard.press('Escape');
}

/** Selects a node or a relationship by the address, and waits for its facts; `name` is its heading. */
export async function select(page: Page, id: string, name: string | RegExp): Promise<void> {
  await page.evaluate((record) => {
    window.location.hash = `#/selected=${record}`;
  }, id);
  await page.getByRole('heading', { level: 2, name }).waitFor({ state: 'attached' });
}

/** Picks a node in a field of the form. */
export async function pick(page: Page, field: string, typed: string, name: string): Promise<void> {
  const box = page.getByRole('combobox', { name: `${field}: search` });
  await box.fill(typed);
  await page.getByRole('option', { name }).first().click();
}

export interface SignedServer {
  readonly served: ServedOversight;
  /** The token of a curator. */
  readonly token: string;
}

/** Serves the embedded store, with the token of its local curator. */
export async function serveSigned(): Promise<SignedServer> {
  const served = await serveOversight();
  return { served, token: localToken(served) };
}

/** The token of the local curator in the link that the server printed when it started last. */
export function localToken({ signInLink }: ServedOversight): string {
  const token = /#token=(.+)$/.exec(signInLink ?? '')?.[1];
  if (!token) throw new Error('the server printed no link to sign in with');
  return token;
}

/** Opens the explorer, signed in as the curator of the server. */
export async function openSigned(browser: Browser, { served, token }: SignedServer): Promise<OpenPage> {
  const opened = await openExplorer(browser, served.address);
  await signIn(opened.page, token);
  return opened;
}

/** Asks the API as the curator of the server, beside the browser. */
export async function ask(
  { served, token }: SignedServer,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<unknown> {
  const response = await fetch(new URL('graphql', served.address), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const answer: unknown = await response.json();
  return answer;
}

/** A browser and a server of its own for the tests of the file; both are there once a test runs, and end after the last. */
export function startCurating(serve: () => Promise<SignedServer> = serveSigned): {
  readonly browser: () => Browser;
  readonly server: () => SignedServer;
} {
  let started: { readonly browser: Browser; readonly server: SignedServer } | null = null;
  beforeAll(async () => {
    const [browser, server] = await Promise.all([launchBrowser(), serve()]);
    started = { browser, server };
  });
  afterAll(async () => {
    await started?.browser.close();
    await started?.server.served.stop();
  });
  const standing = () => {
    if (!started) throw new Error('The browser and the server have not started.');
    return started;
  };
  return { browser: () => standing().browser, server: () => standing().server };
}
