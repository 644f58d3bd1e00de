/**
 * Run before the browser tests: sees to it that there is a Chromium, by Debian's package where that can be
 * installed. Else it ends with status 1 and a sentence saying what to do.
 */
import { installDebianPackages } from '../install-debian-packages.ts';
import { findChromium } from './find-chromium.ts';

function installChromium(): string {
  const found = findChromium();
  if (found !== undefined) return found;
  console.log("Chromium: not found; installing Debian's package …");
  const outcome = installDebianPackages([['chromium']]);
  const path = findChromium();
  if (path !== undefined) return path;
  const reason = outcome.kind === 'installed' ? 'it is still not found after it' : outcome.reason;
  throw new Error(
    `The browser tests need Chromium or Chrome, which could not be installed: ${reason}. Install either ` +
      '(Debian: apt-get install chromium; elsewhere: npx playwright-core install chromium), or set ' +
      'CHROMIUM_PATH to its executable.',
  );
}

try {
  console.log(`Chromium: ${installChromium()}`);
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 1;
}
