import type { JournalNews } from '../../live/live-readers.ts';
import { LiveRefused } from '../../live/live-readers.ts';
import { builder } from '../builder.ts';
import type { ApiContext } from '../context.ts';
import { fail } from '../failures.ts';
import { JournalEntryRef } from '../types/journal.ts';

const GraphNewsRef = builder.objectRef<JournalNews>('GraphNews');

/** Ids that one reader may name. */
const MOST_IDS = 2_000;

/** Adds the stream of changes, by server-sent events. */
export function addGraphChanged(): void {
  GraphNewsRef.implement({
    description: 'An entry of the journal, or the word that there was none for a while.',
    fields: (t) => ({
      sequence: t.exposeInt('sequence', {
        description: 'Everything up to here was told: give it as `after` to resume.',
      }),
      entry: t.field({
        type: JournalEntryRef,
        nullable: true,
        description: 'Null where nothing has happened.',
        resolve: ({ loaded }) => loaded,
      }),
    }),
  });
  builder.subscriptionField('graphChanged', (t) =>
    t.field({
      type: GraphNewsRef,
      description: [
        'The changes of the graph as they come, in order, by server-sent events. With `after` it begins behind that',
        'entry, so that a reader who resumes with the last `sequence` misses nothing and hears nothing twice. With',
        '`ids` it tells entries that touch one of these nodes or relationships, and those too large for their items.',
      ].join(' '),
      args: { after: t.arg.int(), ids: t.arg.idList() },
      subscribe: (_root, { after, ids }, context) => openStream(after ?? null, ids ?? null, context),
      resolve: (news) => news,
    }),
  );
}

async function* openStream(
  after: number | null,
  ids: readonly string[] | null,
  { live, signal, mayRead, abandon }: ApiContext,
): AsyncGenerator<JournalNews> {
  if (ids && ids.length > MOST_IDS)
    fail('BAD_RANGE', `${ids.length} ids are named: name at most ${MOST_IDS}.`);
  try {
    yield* await live.open({
      after,
      ids: ids && new Set(ids),
      signal: signal ?? new AbortController().signal,
      mayRead,
      abandon,
    });
  } catch (error) {
    if (error instanceof LiveRefused) fail(error.code, error.message);
    throw error;
  }
}
