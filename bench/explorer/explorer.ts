import { launchBrowser } from '../../test/support/chromium/launch-browser.ts';
import { type MeasuredView, measureExplorer } from './measure-explorer.ts';
import { printExplorer } from './print-explorer.ts';
import { serveGenerated } from './serve-generated.ts';

/** A view of 2,000 nodes with some more to be expanded, and one of 10,000 that is opened whole. */
const sizes = [
  { size: 2_100, shown: 2_000, everything: null, mounts: 50 },
  { size: 10_000, shown: 2_000, everything: 10_000, mounts: 12 },
];

/** What is measured is told as it is; the page of results comes at the end. */
const tell = (line: string) => process.stderr.write(`${line}\n`);

const browser = await launchBrowser();
try {
  const measured: MeasuredView[] = [];
  for (const { size, ...options } of sizes) {
    tell(`A graph of ${size} nodes is being served …`);
    const served = await serveGenerated(size, options.shown);
    try {
      measured.push(await measureExplorer(browser, served, options, tell));
    } finally {
      await served.stop();
    }
  }
  process.stdout.write(printExplorer(measured, browser.version(), new Date()));
} finally {
  await browser.close();
}
