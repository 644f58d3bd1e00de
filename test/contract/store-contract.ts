import { describe } from 'vitest';
import type { OpenStore } from './check/worlds.ts';
import { describeChain } from './rules/chain.ts';
import { describeEdits } from './rules/edits.ts';
import { describeJournal } from './rules/journal.ts';
import { describePages } from './rules/pages.ts';
import { describeParts } from './rules/parts.ts';
import { describeQuestions } from './rules/questions.ts';
import { describeRandomReads } from './rules/random-cases.ts';
import { describeRandomWrites } from './rules/random-writes.ts';
import { describeRequests } from './rules/requests.ts';
import { describeRoundTrips } from './rules/round-trips.ts';
import { describeTokens } from './rules/tokens.ts';
import { describeUpkeep } from './rules/upkeep.ts';
import { describeWrites } from './rules/writes.ts';

/**
 * The contract of the port `server/store/graph-store.ts`: what every store keeps, whatever it is made of. `open`
 * brings an empty store each time. `runs` is how many random graphs are tried.
 */
export function describeStoreContract(name: string, open: OpenStore, runs: number): void {
  describe(`${name} keeps the contract of the store`, () => {
    describe('what is put comes back', () => describeRoundTrips(open));
    describe('lists come in pages', () => describePages(open));
    describe('writes are whole or not at all', () => describeWrites(open));
    describe('a change in parts is one change', () => describeParts(open));
    describe('the journal tells what was written', () => describeJournal(open));
    describe('the journal is chained', () => describeChain(open));
    describe('a request is applied once', () => describeRequests(open));
    describe('edits find what they need', () => describeEdits(open));
    describe('tokens are kept', () => describeTokens(open));
    describe('questions are answered', () => describeQuestions(open));
    describe('random cases agree with the model', () => {
      describeRandomReads(open, runs);
      describeRandomWrites(open, Math.ceil(runs / 2));
    });
  });
}

/** What a store that keeps its graph on a disk can do beside; the model keeps it in memory alone. */
export function describeStoreUpkeep(name: string, open: OpenStore): void {
  describe(`${name} can be carried away, erased from and looked over`, () => describeUpkeep(open));
}
