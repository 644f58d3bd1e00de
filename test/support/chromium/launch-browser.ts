import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './find-chromium.ts';

/**
 * Starts a headless Chromium with an empty profile in a temporary folder, which Playwright removes when the
 * browser is closed or our process ends. Throws, saying what to run, when there is no Chromium.
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    throw new Error(
      'No Chromium was found. Run this first: npx tsx test/support/chromium/install-chromium.ts',
    );
  }
  return chromium.launch({
    executablePath,
    headless: true,
    // Chromium refuses to start its sandbox as root, which is what containers and CI mostly run as.
    chromiumSandbox: process.getuid?.() !== 0,
    // Tests talk to our own server alone, so everything that Chromium does on its own account is turned off.
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
