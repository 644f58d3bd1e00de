import type { ResultOf } from 'gql.tada';
import { parseNodeId } from '../../../schema/ids.ts';
import { ask } from '../ask.ts';
import type { Outcome } from '../failures.ts';
import { graphql } from '../graphql.ts';
import { documentOfLine, type NamedPage } from './load-changes.ts';
import { loadNames } from './load-names.ts';

const itemFragment = graphql(`
  fragment ChangedItem on JournalItem @_unmask {
    ordinal
    record
    happened
    type
    name
    from
    to
    differences {
      property
      before
      after
    }
  }
`);

const recentDocument = graphql(
  `
    query RecentChanges($before: Int, $first: Int!) {
      recentChanges(before: $before, first: $first) {
        end
        hasMore
        entries {
          sequence
          at
          author
          reason
          itemCount
          isSummary
          items {
            ...ChangedItem
          }
        }
      }
    }
  `,
  [itemFragment],
);

const itemsDocument = graphql(
  `
    query ChangeItems($sequence: Int!, $after: Int!, $first: Int!) {
      changeItems(sequence: $sequence, after: $after, first: $first) {
        end
        hasMore
        items {
          ...ChangedItem
        }
      }
    }
  `,
  [itemFragment],
);

/** One change of the graph: who, when, why, and what it did to each record; a large one is told without its items. */
export type JournalEntry = ResultOf<typeof recentDocument>['recentChanges']['entries'][number];
/** What a change did to one record. */
export type ChangedItem = JournalEntry['items'][number];

/** Changes of the whole graph before one, the newest first; null begins at the newest. */
export async function loadRecent(
  before: number | null,
  first: number,
): Promise<Outcome<NamedPage<JournalEntry>>> {
  const outcome = await ask(recentDocument, { before, first }, { fresh: true });
  if (outcome.kind === 'failure') return outcome;
  const { entries, end, hasMore } = outcome.value.recentChanges;
  const names = await loadNames(entries.flatMap(({ items }) => items.slice(0, NAMED).flatMap(idsIn)));
  return { kind: 'loaded', value: { found: entries, names, next: hasMore ? end : null } };
}

/** So many records of each entry are called by their names at once; the others when their items are asked for. */
const NAMED = 20;

/** What a change did to its records, after one of them by its ordinal; -1 begins at the first. */
export async function loadItems(
  sequence: number,
  after: number,
  first: number,
): Promise<Outcome<NamedPage<ChangedItem>>> {
  const outcome = await ask(itemsDocument, { sequence, after, first });
  if (outcome.kind === 'failure') return outcome;
  const { items, end, hasMore } = outcome.value.changeItems;
  const names = await loadNames(items.flatMap(idsIn));
  return { kind: 'loaded', value: { found: items, names, next: hasMore ? end : null } };
}

function idsIn({ from, to, differences }: ChangedItem) {
  const documents = differences
    .filter(({ property }) => property === 'evidence')
    .flatMap(({ before, after }) => [before, after])
    .flatMap((text) => (text ?? '').split('\n').map(documentOfLine));
  return [from, to, ...documents].flatMap((text) => parseNodeId(text ?? '') ?? []);
}
