import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { GraphStore } from '../store/graph-store.ts';

/** What is counted, and the text in which Prometheus reads it. */
export interface Metrics {
  request(route: string, status: number, seconds: number): void;
  failure(code: string): void;
  /** How long a question to the store took, under its name. */
  store(operation: string, seconds: number): void;
  print(): Promise<{ readonly contentType: string; readonly text: string }>;
  stop(): void;
}

/** Metrics of one app, in a registry of its own, so that two apps in one process do not mix. */
export function createMetrics(
  store: Pick<GraphStore, 'statementCount' | 'kind'>,
  live: { readonly count: () => number },
): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const requests = new Histogram({
    name: 'oversight_request_seconds',
    help: 'Time from the head of a request to the end of its answer, by route and status.',
    labelNames: ['route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const failures = new Counter({
    name: 'oversight_failures_total',
    help: 'Failures that clients were told, by code.',
    labelNames: ['code'],
    registers,
  });
  const questions = new Histogram({
    name: 'oversight_store_seconds',
    help: 'Time that the store took for one question, by its kind; it may have sent several statements.',
    labelNames: ['operation'],
    buckets: [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  new Gauge({
    name: 'oversight_store_statements',
    help: 'Statements that were sent to the store since it was opened.',
    labelNames: ['store'],
    registers,
    collect() {
      this.set({ store: store.kind }, store.statementCount());
    },
  });
  new Gauge({
    name: 'oversight_live_readers',
    help: 'Streams of changes that are open.',
    registers,
    collect() {
      this.set(live.count());
    },
  });
  new Gauge({
    name: 'oversight_event_loop_delay_seconds',
    help: 'How late the event loop was since the last reading, by quantile.',
    labelNames: ['quantile'],
    registers,
    collect() {
      for (const quantile of [50, 99])
        this.set({ quantile: quantile / 100 }, delay.percentile(quantile) / 1e9);
      delay.reset();
    },
  });
  new Gauge({
    name: 'oversight_resident_memory_bytes',
    help: 'Memory of the process.',
    registers,
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
  return {
    request: (route, status, seconds) => requests.observe({ route, status }, seconds),
    failure: (code) => failures.inc({ code }),
    store: (operation, seconds) => questions.observe({ operation }, seconds),
    print: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
    stop: () => {
      delay.disable();
      registry.clear();
    },
  };
}
