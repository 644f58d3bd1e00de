import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { GraphRecords } from '../../schema/records.ts';
import { homeFolder } from '../../server/config.ts';
import { readProviderLevel } from '../../server/ingest/ofsted/read-statistics.ts';
import { openTableFiles } from '../../server/ingest/tables/open-table-files.ts';
import { walkRecords } from '../../server/jobs/walk-records.ts';
import { type GraphStore, StoreUnavailable } from '../../server/store/graph-store.ts';
import { importQuietly } from '../import/import-quietly.ts';
import { inventQuotes } from './invent-quotes.ts';

const snapshots = 'test/fixtures/data/ofsted-social-care-provider-level-2015-2025.zip';

/** Records of one change while the graph is copied. */
const PART = 4_000;

type Tell = (what: string) => void;

/**
 * Imports the real snapshots of Ofsted into an embedded store, and adds people who are quoted about what is there:
 * the snapshots have none.
 */
export async function importSnapshots(store: GraphStore, tell: Tell): Promise<void> {
  for (const table of await openTableFiles(join(homeFolder, snapshots))) {
    const outcome = await importQuietly(store, table, readProviderLevel);
    tell(`${table.name}: ${outcome.kind}`);
  }
  await addQuotes(store);
}

async function addQuotes(store: GraphStore): Promise<void> {
  const inspections = await store.nodeIds({ types: ['Inspection'], after: null, limit: 8_000 });
  await writeRecords(store, inventQuotes(inspections));
}

/** Copies every record, without the journal of how it came about. */
export async function copyGraph(from: GraphStore, to: GraphStore, tell: Tell): Promise<void> {
  let part: GraphRecords[] = [];
  let [held, copied] = [0, 0];
  const flush = async () => {
    await writeRecords(to, joinRecords(part));
    copied += held;
    tell(`${copied} records copied`);
    [part, held] = [[], 0];
  };
  for await (const page of walkRecords(from)) {
    part.push({
      nodes: page.flatMap(({ record }) => ('from' in record ? [] : [record])),
      relationships: page.flatMap(({ record }) => ('from' in record ? [record] : [])),
      evidence: page.flatMap(({ evidence }) => evidence),
      statements: page.flatMap(({ statements }) => statements),
    });
    held += page.length;
    if (held >= PART) await flush();
  }
  if (held > 0) await flush();
}

function joinRecords(parts: readonly GraphRecords[]): GraphRecords {
  return {
    nodes: parts.flatMap(({ nodes }) => nodes),
    relationships: parts.flatMap(({ relationships }) => relationships),
    evidence: parts.flatMap(({ evidence }) => evidence),
    statements: parts.flatMap(({ statements }) => statements),
  };
}

/** A database that is pressed this hard pauses now and then, which a store takes for absence. */
async function writeInTheEnd(store: GraphStore, change: Parameters<GraphStore['write']>[0]) {
  for (let attempt = 1; ; attempt++)
    try {
      return await store.write(change);
    } catch (problem) {
      if (!(problem instanceof StoreUnavailable) || attempt === 20) throw problem;
      await wait(3_000);
    }
}

async function writeRecords(store: GraphStore, put: GraphRecords): Promise<void> {
  const outcome = await writeInTheEnd(store, {
    author: 'bench',
    reason: 'Loading what is measured',
    at: new Date().toISOString(),
    idempotencyKey: null,
    expected: [],
    put,
    remove: [],
    marks: [],
  });
  if (outcome.kind !== 'written' && outcome.kind !== 'unchanged')
    throw new Error(`the graph could not be loaded: ${JSON.stringify(outcome).slice(0, 1000)}`);
}
