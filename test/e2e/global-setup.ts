import type { TestProject } from 'vitest/node';
import { serveOversight } from './serve-oversight.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the server is that all browser tests share which do not change its graph. */
    oversight: string;
  }
}

/** Vitest runs this once before all browser tests. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const served = await serveOversight();
  project.provide('oversight', served.address);
  return served.stop;
}
