import { describe } from 'vitest';
import type { OpenStore } from './check/worlds.ts';
import { describeRandomReads } from './rules/random-cases.ts';

/**
 * The contract of the port `server/store/graph-store.ts`: what every store keeps, whatever it is made of. `open`
 * brings an empty store each time. `runs` is how many random graphs are tried.
 */
export function describeStoreContract(name: string, open: OpenStore, runs: number): void {
  describe(`${name} keeps the contract of the store`, () => {
    describeRandomReads(open, runs);
  });
}
