import type { CDPSession, Page } from 'playwright-core';
import { cpuOf } from '../process-cpu.ts';

/** What something has cost, in milliseconds of CPU where nothing else is said. */
export interface Cost {
  /** The page's main thread, and of it what it spent in scripts. The rest is style, layout and painting. */
  readonly task: number;
  readonly script: number;
  /** All threads of the page's process: the main thread, the layout's worker, compositing. */
  readonly renderer: number;
  /** The process of the server. */
  readonly server: number;
  readonly layouts: number;
  readonly styles: number;
}

/** What the page holds on to. */
export interface PageState {
  /** Megabytes of the JavaScript heap after a forced collection. */
  readonly heap: number;
  readonly listeners: number;
  /** All nodes of the DOM that live, those that are in no document among them. */
  readonly nodes: number;
  readonly workers: number;
}

export interface CostMeter {
  /** What the action has cost. */
  readonly during: (action: () => Promise<void>) => Promise<Cost>;
  readonly state: () => Promise<PageState>;
}

/** Measures through the DevTools protocol, which counts CPU time and so is disturbed little by other work. */
export async function startMeter(page: Page, server: number): Promise<CostMeter> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async (): Promise<Cost> => {
    const values = await readMetrics(session);
    return {
      task: 1000 * (values.get('TaskDuration') ?? Number.NaN),
      script: 1000 * (values.get('ScriptDuration') ?? Number.NaN),
      // Of this process alone: Chromium has pages of its own, which it draws as it comes up.
      renderer: 1000 * (values.get('ProcessTime') ?? Number.NaN),
      server: cpuOf(server),
      layouts: values.get('LayoutCount') ?? Number.NaN,
      styles: values.get('RecalcStyleCount') ?? Number.NaN,
    };
  };
  return {
    async during(action) {
      const before = await read();
      await action();
      return subtract(await read(), before);
    },
    async state() {
      for (let pass = 0; pass < 3; pass++) await session.send('HeapProfiler.collectGarbage');
      const values = await readMetrics(session);
      return {
        heap: (values.get('JSHeapUsedSize') ?? Number.NaN) / 2 ** 20,
        listeners: values.get('JSEventListeners') ?? Number.NaN,
        nodes: values.get('Nodes') ?? Number.NaN,
        workers: page.workers().length,
      };
    },
  };
}

function subtract(after: Cost, before: Cost): Cost {
  return {
    task: after.task - before.task,
    script: after.script - before.script,
    renderer: after.renderer - before.renderer,
    server: after.server - before.server,
    layouts: after.layouts - before.layouts,
    styles: after.styles - before.styles,
  };
}

async function readMetrics(session: CDPSession): Promise<ReadonlyMap<string, number>> {
  const { metrics } = await session.send('Performance.getMetrics');
  return new Map(metrics.map(({ name, value }) => [name, value]));
}
