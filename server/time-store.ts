import type { GraphStore } from './store/graph-store.ts';

/** Hears how long each question to the store took, in seconds, whether it was answered or failed. */
export type ObserveStore = (operation: string, seconds: number) => void;

/** The store, with every question that requests ask of it timed: a read under the kind of its plan. */
export function timeStore(store: GraphStore, observe: ObserveStore): GraphStore {
  const time = async <Result>(operation: string, work: () => Promise<Result>): Promise<Result> => {
    const began = performance.now();
    try {
      return await work();
    } finally {
      observe(operation, (performance.now() - began) / 1000);
    }
  };
  return {
    ...store,
    read: (plan, options) => time(plan.kind, () => store.read(plan, options)),
    searchCandidates: (question, options) =>
      time('searchCandidates', () => store.searchCandidates(question, options)),
    adjacent: (question, options) => time('adjacent', () => store.adjacent(question, options)),
    facets: (question, options) => time('facets', () => store.facets(question, options)),
    records: (ids) => time('records', () => store.records(ids)),
    write: (change) => time('write', () => store.write(change)),
    journal: (question) => time('journal', () => store.journal(question)),
    journalItems: (question) => time('journalItems', () => store.journalItems(question)),
    journalHead: () => time('journalHead', () => store.journalHead()),
    history: (question) => time('history', () => store.history(question)),
    changesSince: (question) => time('changesSince', () => store.changesSince(question)),
    survivors: (ids) => time('survivors', () => store.survivors(ids)),
  };
}
