import { launchBrowser } from '../../test/support/chromium/launch-browser.ts';
import { buildServers } from '../build-servers.ts';
import { startServer } from '../start-server.ts';
import { type MeasuredView, measureExplorer } from './measure-explorer.ts';
import { printExplorer } from './print-explorer.ts';

/** A view of 2,000 nodes with some more to be expanded, and one of 10,000 that is opened whole. */
const sizes = [
  { size: 2_100, shown: 2_000, everything: null, visits: 5, mounts: 50 },
  { size: 10_000, shown: 2_000, everything: 10_000, visits: 2, mounts: 12 },
];

/** What is measured is told as it is; the page of results comes at the end. */
const tell = (line: string) => process.stderr.write(`${line}\n`);

const program = buildServers()('explorer/serve-alone');
const browser = await launchBrowser();
try {
  const measured: MeasuredView[] = [];
  for (const options of sizes) {
    tell(`A graph of ${options.size} nodes is being served …`);
    const server = await startServer([...program, `${options.size}`, `${options.shown}`], {});
    try {
      measured.push(await measureExplorer(browser, server, options, tell));
    } finally {
      await server.stop();
    }
  }
  process.stdout.write(printExplorer(measured, browser.version(), new Date()));
} finally {
  await browser.close();
}
