import type { GraphStore, JournalEntry, JournalItem } from '../store/graph-store.ts';

/** Entries with more records than this are told as a summary. */
export const mostItems = 200;

/** An entry with its items; of one with more than `mostItems` they are null, and read page by page. */
export interface LoadedEntry {
  readonly entry: JournalEntry;
  readonly items: readonly JournalItem[] | null;
}

type JournalReader = Pick<GraphStore, 'journal' | 'journalItems'>;

/** Entries after a sequence number, oldest first, each with its items. */
export async function loadEntries(
  store: JournalReader,
  question: { readonly after: number; readonly limit: number },
): Promise<readonly LoadedEntry[]> {
  const loaded: LoadedEntry[] = [];
  for (const entry of await store.journal(question)) loaded.push(await loadItems(store, entry));
  return loaded;
}

export async function loadItems(store: JournalReader, entry: JournalEntry): Promise<LoadedEntry> {
  const { sequence, items: count } = entry;
  if (count > mostItems) return { entry, items: null };
  return {
    entry,
    items: count === 0 ? [] : await store.journalItems({ sequence, after: -1, limit: mostItems }),
  };
}
