import { readFileSync } from 'node:fs';
import type { Evidence, GraphRecords, Statement } from '../../schema/records.ts';
import { loadSeed, type SeedOutcome } from '../../server/ingest/load-seed.ts';
import type { GraphStore } from '../../server/store/graph-store.ts';

export const seedText = readFileSync(new URL('../../seeds/cafcass.json', import.meta.url), 'utf8');

export function loadCafcass(store: GraphStore, text: string = seedText): Promise<SeedOutcome> {
  return loadSeed(store, text, 'seeds/cafcass.json', () => new Date('2026-01-05T10:00:00Z'));
}

/** Everything that a store holds, read through its port. */
export async function readWhole(store: GraphStore): Promise<GraphRecords> {
  const ids = await store.nodeIds({ types: null, after: null, limit: 1_000 });
  const { relationships } = await store.adjacent({ of: ids, types: null, among: true, limit: 10_000 });
  return store.records([...ids, ...relationships.map(({ id }) => id)]);
}

export function evidenceOf({ evidence }: GraphRecords, id: string): readonly Evidence[] {
  return evidence.filter(({ of }) => of === id);
}

export function statementsOf({ statements }: GraphRecords, id: string): readonly Statement[] {
  return statements.filter(({ of }) => of === id);
}
