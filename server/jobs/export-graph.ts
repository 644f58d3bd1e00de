import { createHash } from 'node:crypto';
import type { GraphStore } from '../store/graph-store.ts';
import { canonicalText } from '../store/journal/canonical-text.ts';
import type { UpkeepOptions } from '../store/store-upkeep.ts';
import { type RecordReader, walkRecords } from './walk-records.ts';

/** The first line of an export. */
export const exportForm = 'oversight-export-1';

/** What an export says of itself in its last line, by which a reader knows that it is whole. */
export interface ExportEnd {
  readonly records: number;
  readonly entries: number;
  readonly items: number;
  readonly marks: number;
  readonly redirects: number;
  /** SHA-256 over the canonical text of every record, in hexadecimal: equal for equal graphs on every store. */
  readonly graph: string;
  /** Hash of the last entry of the journal. */
  readonly journal: string;
}

export type ExportReader = RecordReader & Pick<GraphStore, 'journalHead' | 'sealedEntries' | 'sealedItems'>;

const PAGE = 500;

/** Somebody wrote while the graph was read, so that what was read is of no one moment. */
export class ChangedMeanwhile extends Error {
  override readonly name = 'ChangedMeanwhile';
}

/**
 * Everything in the store as lines of JSON: a head, records, marks, redirects, entries each before its items, and an end.
 * Throws ChangedMeanwhile where the journal went on before the end.
 */
export async function* exportGraph(
  store: ExportReader,
  { signal, onProgress }: UpkeepOptions,
): AsyncGenerator<string, ExportEnd> {
  const head = await store.journalHead();
  yield canonicalText({ export: exportForm, sequence: head.sequence });
  const digest = createHash('sha256');
  let [records, items] = [0, 0];
  for await (const page of walkRecords(store, signal))
    for (const record of page) {
      const text = canonicalText(record);
      digest.update(`${text}\n`);
      yield `{"record":${text}}`;
      records += 1;
      onProgress?.(records, 0);
    }
  const marks = await store.upkeep.marks();
  for (const mark of marks) yield canonicalText({ mark });
  const redirects = await store.upkeep.redirects();
  for (const redirect of redirects) yield canonicalText({ redirect });
  for await (const line of journalLines(store, head.sequence, signal)) {
    if (line.isItem) items += 1;
    yield line.text;
  }
  if ((await store.journalHead()).sequence !== head.sequence) throw new ChangedMeanwhile();
  const counts = { records, entries: head.sequence, items, marks: marks.length, redirects: redirects.length };
  const end: ExportEnd = { ...counts, graph: digest.digest('hex'), journal: head.hash };
  yield canonicalText({ end });
  return end;
}

async function* journalLines(store: ExportReader, last: number, signal: AbortSignal | undefined) {
  for (let after = 0; after < last; ) {
    const entries = await store.sealedEntries({ after, limit: 50 });
    if (entries.length === 0) return;
    for (const entry of entries) {
      if (entry.sequence > last) return;
      yield { isItem: false, text: canonicalText({ entry }) };
      after = entry.sequence;
      for (let ordinal = -1; ; ) {
        signal?.throwIfAborted();
        const page = await store.sealedItems({ sequence: after, after: ordinal, limit: PAGE });
        for (const item of page) yield { isItem: true, text: canonicalText({ item, sequence: after }) };
        ordinal = page.at(-1)?.ordinal ?? ordinal;
        if (page.length < PAGE) break;
      }
    }
  }
}

/** The hash of the graph alone, as an export ends with. */
export async function hashGraph(store: RecordReader, signal?: AbortSignal): Promise<string> {
  const digest = createHash('sha256');
  for await (const page of walkRecords(store, signal))
    for (const record of page) digest.update(`${canonicalText(record)}\n`);
  return digest.digest('hex');
}
