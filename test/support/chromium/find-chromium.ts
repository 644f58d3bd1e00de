import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const COMMANDS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The path of a Chromium or Chrome that runs, or undefined. CHROMIUM_PATH decides alone where it is set, and
 * throws when nothing runs there: taking another browser in silence would hide a mistake. Each candidate is run,
 * because some systems have a file of that name which only says how to install it.
 */
export function findChromium(): string | undefined {
  const chosen = process.env.CHROMIUM_PATH;
  if (!chosen) return [...COMMANDS, chromium.executablePath()].find(runs);
  if (!runs(chosen)) throw new Error(`CHROMIUM_PATH is ${chosen}, and no browser runs there.`);
  return chosen;
}

function runs(path: string): boolean {
  return existsSync(path) && spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0;
}
