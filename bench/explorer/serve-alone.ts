import { serveGenerated } from './serve-generated.ts';

/** Serves a generated graph in a process of its own; prints its port. The arguments are the sizes. */
const [size = 0, shown = 0] = process.argv.slice(2).map(Number);
const served = await serveGenerated(size, shown);
process.once('SIGTERM', async () => {
  await served.stop();
  process.exit(0);
});
process.once('disconnect', () => process.exit(0));
process.stdout.write(`${new URL(served.address).port}\n`);
