import type { NodeId, RelationshipId } from '../../../schema/ids.ts';
import { describeItem } from '../../graph/describe-item.ts';
import { judgementStanding } from '../../graph/find-settlement.ts';
import { mostItems } from '../../live/load-entries.ts';
import type { GraphStore, RecordChange } from '../../store/graph-store.ts';
import type { Position } from '../../store/node-query.ts';
import { builder } from '../builder.ts';
import { HappenedEnum } from '../enums.ts';
import { fail } from '../failures.ts';
import type { FieldMaker } from '../fields/expose-properties.ts';
import { readSettlement } from '../fields/read-settlement.ts';
import { addConnection, type ListView, viewList } from '../lists/connections.ts';
import { fingerprintOf } from '../lists/cursor.ts';
import { readPage } from '../lists/page-arguments.ts';
import { ChangeRef, EntityRef, nodeRef, RelationshipRef } from '../refs.ts';
import { DifferenceRef, JournalItemRef } from './journal.ts';

type Item = RecordChange & { readonly position: Position };

/** Adds what became of an entity or a relationship over time. */
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
      relationships: t.field({
        type: [JournalItemRef],
        nullable: true,
        description: `What the change did to relationships of the record; null where it touched more than ${mostItems} records.`,
        resolve: async ({ entry, item }, _args, { store }) => {
          if (entry.items > mostItems) return null;
          const items = await store.journalItems({ sequence: entry.sequence, after: -1, limit: mostItems });
          return items.map(describeItem).filter(({ from, to }) => from === item.record || to === item.record);
        },
      }),
    }),
  });
  const { connection } = addConnection<Item, RecordChange>({
    name: 'History',
    says: 'Changes of one record, the newest first.',
    node: ChangeRef,
    nodeOf: (item) => item,
  });
  // A plan reads the graph and not the journal, so that these fields make a read of their own for each record.
  builder.interfaceField(EntityRef, 'history', (t) => historyField(t, ({ node }) => node));
  builder.objectField(RelationshipRef, 'history', (t) => historyField(t, ({ relationship }) => relationship));
  builder.objectField(nodeRef('Judgement'), 'settled', (t) =>
    t.field({
      type: ChangeRef,
      nullable: true,
      description:
        'The change by which its standing came to be what it is: who, when and why; null while it is disputed, and where it has the one that it came with.',
      resolve: ({ node }, _args, { store }) =>
        node.disputed.length > 0 ? null : readSettlement(store, node.id, judgementStanding),
    }),
  );

  function historyField<Tree extends object>(t: FieldMaker<Tree>, recordOf: (tree: Tree) => Recorded) {
    return t.field({
      type: connection,
      description: 'Its changes, the newest first; walked by `first` and `after`.',
      args: { first: t.arg.int(), after: t.arg.string() },
      resolve: (tree, args, { store }) => readHistory(store, recordOf(tree), args),
    });
  }
}

interface Recorded {
  readonly id: NodeId | RelationshipId;
  readonly version: number;
}

async function readHistory(
  store: GraphStore,
  { id, version }: Recorded,
  args: Parameters<typeof readPage>[0],
): Promise<ListView<Item>> {
  const list = ['history', id];
  const { limit, from } = readPage(args, () => fingerprintOf(list));
  const before = from?.[0] ?? null;
  if (before !== null && typeof before !== 'number')
    return fail('BAD_CURSOR', 'The cursor belongs to another list; begin without a cursor.');
  const found = await store.history({ record: id, before, limit: limit + 1 });
  const items = found
    .slice(0, limit)
    .map((change): Item => ({ ...change, position: [change.entry.sequence] }));
  const page = {
    items,
    hasNext: found.length > limit,
    hasPrevious: from !== null,
    // The version counts them; a record that was removed and made anew counts from there.
    totalCount: version,
  };
  return viewList(page, list);
}
