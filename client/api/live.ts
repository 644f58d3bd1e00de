import { type NodeId, parseNodeId, parseRelationshipId, type RelationshipId } from '../../schema/ids.ts';
import type { ShownNode, ShownRelationship } from '../exploration/exploration.ts';
import { client } from './client.ts';
import { subgraphDocument } from './documents.ts';
import { firstRead, onFirstRead } from './first-read.ts';
import { graphql } from './graphql.ts';
import { mapNode, mapRelationship } from './map-records.ts';
import { currentRefusals, noteRefusal } from './token.ts';

const graphChangedDocument = graphql(`
  subscription GraphChanged($after: Int) {
    graphChanged(after: $after) {
      sequence
      entry {
        sequence
        author
        isSummary
        items {
          record
          happened
          from
          to
        }
      }
    }
  }
`);

/** One record that somebody changed. */
export interface LiveItem {
  readonly record: NodeId | RelationshipId;
  readonly happened: 'created' | 'changed' | 'removed';
  /** The nodes that it is or joins. */
  readonly nodes: readonly NodeId[];
}

/** One change of the graph; `items` is null for one that is too large to be told record by record. */
export interface LiveEntry {
  readonly sequence: number;
  readonly author: string | null;
  readonly items: readonly LiveItem[] | null;
}

export type LiveStatus = 'connecting' | 'live' | 'away';

interface Follower {
  readonly onEntry: (entry: LiveEntry) => void;
  readonly onStatus: (status: LiveStatus) => void;
}

/** The server says something every 10 seconds; after this long it is taken to be away, in milliseconds. */
const SILENCE = 25_000;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

/**
 * Follows the changes of the graph since this page read of it first, in order, each once: a stream that ends is taken up
 * behind the last entry, after pauses that grow and are jittered. Answers how to stop.
 */
export function followGraph({ onEntry, onStatus }: Follower): () => void {
  let after: number | null = firstRead();
  // Where a stream was opened that began with what came next, and so may have begun too late.
  let openedAt: number | null = null;
  // Entries that were told before it went back: those after the first number, to the second.
  let told: readonly [number, number] = [0, 0];
  let failures = 0;
  let isStopped = false;
  let timer: number | undefined;
  let leave = () => {};
  const reconnect = () => {
    leave();
    window.clearTimeout(timer);
    if (isStopped) return;
    onStatus('away');
    const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** failures) * (0.5 + Math.random() / 2);
    failures += 1;
    timer = window.setTimeout(connect, pause);
  };
  const watch = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(reconnect, SILENCE);
  };
  const isFresh = (sequence: number) => {
    const [from, to] = told;
    // urql tells the last result again when the stream ends.
    return (after === null || sequence > after) && (sequence <= from || sequence > to);
  };
  const take = ({ sequence, entry }: GivenNews) => {
    failures = 0;
    watch();
    onStatus('live');
    if (after === null) openedAt = sequence;
    if (entry && isFresh(sequence)) onEntry(readEntry(entry));
    after = Math.max(after ?? 0, sequence);
  };
  const connect = () => {
    onStatus('connecting');
    watch();
    let isOver = false;
    // Reading is open: who is signed out goes on without the token.
    const context = currentRefusals() > 0 ? { fetchOptions: {} } : {};
    const stream = client.subscription(graphChangedDocument, { after }, context).subscribe((result) => {
      if (isOver) return;
      const news = result.data?.graphChanged;
      if (news && !result.error) {
        take(news);
        if (goBack()) return;
      }
      const failed = (code: string) =>
        result.error?.graphQLErrors.some(({ extensions }) => extensions.code === code);
      if (failed('READER_SIGNED_OUT')) noteRefusal();
      // The graph was brought back from an older copy: what comes next is new, whatever its number.
      if (failed('BAD_RANGE')) [after, openedAt, told] = [null, null, [0, 0]];
      if (result.error || !result.hasNext) {
        isOver = true;
        reconnect();
      }
    });
    leave = () => {
      isOver = true;
      stream.unsubscribe();
    };
  };
  /** Opens the stream anew, once, where it began after what was read first; true where it does. */
  function goBack(): boolean {
    const read = firstRead();
    if (read === null || openedAt === null || after === null || read >= openedAt) return false;
    told = [openedAt, after];
    [after, openedAt] = [read, null];
    leave();
    connect();
    return true;
  }
  const forget = onFirstRead(goBack);
  connect();
  return () => {
    isStopped = true;
    forget();
    window.clearTimeout(timer);
    leave();
  };
}

const happenings = { CREATED: 'created', CHANGED: 'changed', REMOVED: 'removed' } as const;

interface GivenNews {
  readonly sequence: number;
  readonly entry: GivenEntry | null;
}

interface GivenEntry {
  readonly sequence: number;
  readonly author: string | null;
  readonly isSummary: boolean;
  readonly items: readonly {
    readonly record: string;
    readonly happened: keyof typeof happenings;
    readonly from: string | null;
    readonly to: string | null;
  }[];
}

function readEntry({ sequence, author, isSummary, items }: GivenEntry): LiveEntry {
  const read = items.flatMap(({ record, happened, from, to }): LiveItem[] => {
    const id = parseRelationshipId(record) ?? parseNodeId(record);
    const nodes = [record, from, to].flatMap((text) => parseNodeId(text ?? '') ?? []);
    return id ? [{ record: id, happened: happenings[happened], nodes }] : [];
  });
  return { sequence, author, items: isSummary ? null : read };
}

/** These nodes and the relationships among them as they are now, past the cache; null where that fails. */
export async function loadChanged(ids: readonly NodeId[]): Promise<{
  readonly nodes: readonly ShownNode[];
  readonly relationships: readonly ShownRelationship[];
} | null> {
  const variables = { ids: [...ids], limit: ids.length };
  const { data } = await client
    .query(subgraphDocument, variables, { requestPolicy: 'network-only' })
    .toPromise();
  if (!data) return null;
  return {
    nodes: data.subgraph.nodes.map(mapNode),
    relationships: data.subgraph.relationships.map(mapRelationship),
  };
}
