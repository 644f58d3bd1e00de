import type { CDPSession, Page } from 'playwright-core';

/** What the page's main thread has done so far, from Chromium's own counters; times in milliseconds of CPU. */
export interface PageCost {
  readonly task: number;
  readonly script: number;
  readonly layouts: number;
  readonly styles: number;
}

export interface PageState {
  /** Megabytes of the JavaScript heap after a forced collection. */
  readonly heap: number;
  readonly listeners: number;
  readonly nodes: number;
  readonly workers: number;
}

export interface CostMeter {
  readonly read: () => Promise<PageCost>;
  /** What the action has cost. */
  readonly during: (action: () => Promise<void>) => Promise<PageCost>;
  /** What the page holds on to, after a collection. */
  readonly state: () => Promise<PageState>;
}

/** Measures through the DevTools protocol, which counts CPU time and so is disturbed little by other work. */
export async function startMeter(page: Page): Promise<CostMeter> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async (): Promise<PageCost> => {
    const values = await readMetrics(session);
    return {
      task: 1000 * (values.get('TaskDuration') ?? Number.NaN),
      script: 1000 * (values.get('ScriptDuration') ?? Number.NaN),
      layouts: values.get('LayoutCount') ?? Number.NaN,
      styles: values.get('RecalcStyleCount') ?? Number.NaN,
    };
  };
  return {
    read,
    async during(action) {
      const before = await read();
      await action();
      const after = await read();
      return {
        task: after.task - before.task,
        script: after.script - before.script,
        layouts: after.layouts - before.layouts,
        styles: after.styles - before.styles,
      };
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

async function readMetrics(session: CDPSession): Promise<ReadonlyMap<string, number>> {
  const { metrics } = await session.send('Performance.getMetrics');
  return new Map(metrics.map(({ name, value }) => [name, value]));
}
