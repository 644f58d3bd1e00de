import { type DescribedItem, type Difference, describeItem } from '../../graph/describe-item.ts';
import { type LoadedEntry, loadEntries, mostItems } from '../../live/load-entries.ts';
import { builder } from '../builder.ts';
import { HappenedEnum } from '../enums.ts';
import { fail } from '../failures.ts';

export const JournalEntryRef = builder.objectRef<LoadedEntry>('JournalEntry');
export const JournalItemRef = builder.objectRef<DescribedItem>('JournalItem');
export const DifferenceRef = builder.objectRef<Difference>('Difference');

interface Page<Item> {
  readonly found: readonly Item[];
  readonly end: number;
  readonly hasMore: boolean;
}

const EntryPageRef = builder.objectRef<Page<LoadedEntry>>('JournalEntryPage');
const ItemPageRef = builder.objectRef<Page<DescribedItem>>('JournalItemPage');

/** Adds the journal: entries after one, and the items of one entry page by page. */
export function addJournal(): void {
  DifferenceRef.implement({
    description: 'What became of one property, or of the evidence or statements of a record.',
    fields: (t) => ({
      property: t.exposeString('property'),
      before: t.exposeString('before', { nullable: true }),
      after: t.exposeString('after', { nullable: true }),
    }),
  });
  JournalItemRef.implement({
    description: 'What one entry did to one node or relationship.',
    fields: (t) => ({
      ordinal: t.exposeInt('ordinal'),
      record: t.id({ description: 'Id of the node or relationship.', resolve: ({ record }) => record }),
      happened: t.field({ type: HappenedEnum, resolve: ({ happened }) => happened }),
      type: t.exposeString('type', { description: 'Its type, such as `Person` or `HOLDS_POST`.' }),
      name: t.exposeString('name', { nullable: true, description: 'The name of a node.' }),
      from: t.id({
        nullable: true,
        description: 'Where a relationship begins.',
        resolve: ({ from }) => from,
      }),
      to: t.id({ nullable: true, description: 'Where a relationship ends.', resolve: ({ to }) => to }),
      differences: t.field({ type: [DifferenceRef], resolve: ({ differences }) => differences }),
    }),
  });
  JournalEntryRef.implement({
    description: 'One change of the graph.',
    fields: (t) => ({
      sequence: t.int({ resolve: ({ entry }) => entry.sequence }),
      at: t.string({ description: 'ISO 8601 instant.', resolve: ({ entry }) => entry.at }),
      author: t.string({
        nullable: true,
        description: 'Null where it was erased.',
        resolve: ({ entry }) => entry.author,
      }),
      reason: t.string({
        nullable: true,
        description: 'Null where it was erased.',
        resolve: ({ entry }) => entry.reason,
      }),
      itemCount: t.int({ resolve: ({ entry }) => entry.items }),
      isSummary: t.boolean({
        description: `Whether it has more than ${mostItems} items, which \`changeItems\` pages over.`,
        resolve: ({ items }) => items === null,
      }),
      items: t.field({
        type: [JournalItemRef],
        description: 'Its items, but those that were erased; none where it is told as a summary.',
        resolve: ({ items }) => (items ?? []).map(describeItem),
      }),
    }),
  });
  addPages();
}

function addPages(): void {
  EntryPageRef.implement({
    fields: (t) => ({
      entries: t.field({ type: [JournalEntryRef], resolve: ({ found }) => found }),
      end: t.exposeInt('end', {
        description: 'What to give as `after`, or as `before`, for the next page.',
      }),
      hasMore: t.exposeBoolean('hasMore'),
    }),
  });
  ItemPageRef.implement({
    fields: (t) => ({
      items: t.field({ type: [JournalItemRef], resolve: ({ found }) => found }),
      end: t.exposeInt('end', { description: 'What to give as `after` for the next page.' }),
      hasMore: t.exposeBoolean('hasMore'),
    }),
  });
  builder.queryField('changes', (t) =>
    t.field({
      type: EntryPageRef,
      description: 'The entries of the journal after a sequence number, oldest first.',
      args: {
        after: t.arg.int({ required: true, defaultValue: 0 }),
        first: t.arg.int({ required: true, defaultValue: 20, description: 'From 1 to 50.' }),
      },
      resolve: async (_root, { after, first }, { store }) => {
        checkRange(first, 50);
        const found = await loadEntries(store, { after, limit: first + 1 });
        return pageOf(found, first, after, ({ entry }) => entry.sequence);
      },
    }),
  );
  builder.queryField('recentChanges', (t) =>
    t.field({
      type: EntryPageRef,
      description: 'The entries of the journal before a sequence number, or all if null, newest first.',
      args: {
        before: t.arg.int(),
        first: t.arg.int({ required: true, defaultValue: 20, description: 'From 1 to 50.' }),
      },
      resolve: async (_root, { before, first }, { store }) => {
        checkRange(first, 50);
        const end = before ?? (await store.journalHead()).sequence + 1;
        const after = Math.max(0, end - 1 - first);
        const found = end > 1 ? await loadEntries(store, { after, limit: end - 1 - after }) : [];
        return { found: found.toReversed(), end: after + 1, hasMore: after > 0 };
      },
    }),
  );
  builder.queryField('changeItems', (t) =>
    t.field({
      type: ItemPageRef,
      description: 'The items of one entry of the journal after an ordinal, which counts from 0.',
      args: {
        sequence: t.arg.int({ required: true }),
        after: t.arg.int({ required: true, defaultValue: -1 }),
        first: t.arg.int({ required: true, defaultValue: 100, description: 'From 1 to 500.' }),
      },
      resolve: async (_root, { sequence, after, first }, { store }) => {
        checkRange(first, 500);
        const items = await store.journalItems({ sequence, after, limit: first + 1 });
        return pageOf(items.map(describeItem), first, after, ({ ordinal }) => ordinal);
      },
    }),
  );
}

function checkRange(first: number, most: number): void {
  if (first < 1 || first > most) fail('BAD_RANGE', `first is ${first}: give a number from 1 to ${most}.`);
}

function pageOf<Item>(
  found: readonly Item[],
  first: number,
  after: number,
  keyOf: (item: Item) => number,
): Page<Item> {
  const page = found.slice(0, first);
  const last = page.at(-1);
  return { found: page, end: last === undefined ? after : keyOf(last), hasMore: found.length > first };
}
