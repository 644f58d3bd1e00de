import { describeItem } from '../../graph/describe-item.ts';
import type { RecordChange } from '../../store/graph-store.ts';
import type { Position } from '../../store/node-query.ts';
import { builder } from '../builder.ts';
import { HappenedEnum } from '../enums.ts';
import { fail } from '../failures.ts';
import { addConnection, type ListView, viewList } from '../lists/connections.ts';
import { fingerprintOf } from '../lists/cursor.ts';
import { readPage } from '../lists/page-arguments.ts';
import { EntityRef } from '../refs.ts';
import { DifferenceRef } from './journal.ts';

type Item = RecordChange & { readonly position: Position };

const ChangeRef = builder.objectRef<RecordChange>('RecordChange');

/** Adds what became of an entity over time. */
export function addHistory(): void {
  ChangeRef.implement({
    description: 'What one change of the graph did to one record.',
    fields: (t) => ({
      sequence: t.int({
        description: 'Number of the change in the journal, by which it can be taken back.',
        resolve: ({ entry }) => entry.sequence,
      }),
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
      itemCount: t.int({
        description: 'How many records the change touched.',
        resolve: ({ entry }) => entry.items,
      }),
      happened: t.field({ type: HappenedEnum, resolve: ({ item }) => describeItem(item).happened }),
      version: t.int({
        nullable: true,
        description: 'The version of the record since then; null where it was removed.',
        resolve: ({ item }) => item.after?.record.version ?? null,
      }),
      differences: t.field({
        type: [DifferenceRef],
        description: 'Property by property; empty where only its relationships changed.',
        resolve: ({ item }) => [...describeItem(item).differences],
      }),
    }),
  });
  const { connection } = addConnection<Item, RecordChange>({
    name: 'History',
    says: 'Changes of one record, the newest first.',
    node: ChangeRef,
    nodeOf: (item) => item,
  });
  // A plan reads the graph and not the journal, so that this field makes a read of its own for each entity.
  builder.interfaceField(EntityRef, 'history', (t) =>
    t.field({
      type: connection,
      description: 'Its changes, the newest first; walked by `first` and `after`.',
      args: { first: t.arg.int(), after: t.arg.string() },
      resolve: async ({ node }, args, { store }): Promise<ListView<Item>> => {
        const list = ['history', node.id];
        const { limit, from } = readPage(args, () => fingerprintOf(list));
        const before = from?.[0] ?? null;
        if (before !== null && typeof before !== 'number')
          return fail('BAD_CURSOR', 'The cursor belongs to another list; begin without a cursor.');
        const found = await store.history({ record: node.id, before, limit: limit + 1 });
        const items = found
          .slice(0, limit)
          .map((change): Item => ({ ...change, position: [change.entry.sequence] }));
        const page = {
          items,
          hasNext: found.length > limit,
          hasPrevious: from !== null,
          // The version counts them; an entity that was removed and made anew counts from there.
          totalCount: node.version,
        };
        return viewList(page, list);
      },
    }),
  );
}
