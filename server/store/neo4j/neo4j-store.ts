import type { NodeId } from '../../../schema/ids.ts';
import { followRedirects } from '../follow-redirects.ts';
import { type GraphStore, type ReadOptions, StoreUnavailable } from '../graph-store.ts';
import { requestKey } from '../journal/seal-entry.ts';
import { tellWrites } from '../journal/tell-writes.ts';
import type { ReadAnswer, ReadPlan } from '../read-plan.ts';
import { readSealedItems } from './blocks.ts';
import { type Connection, type ConnectionSettings, explainProblem, openConnection } from './connection.ts';
import {
  changesSinceQuery,
  entriesQuery,
  headQuery,
  historyQuery,
  lastChangesQuery,
  readItems,
  requestQuery,
  rowsToLastChanges,
  rowToChanges,
  rowToEntry,
  rowToHead,
  rowToRequest,
  rowToSealedEntry,
} from './journal.ts';
import { readNodesById } from './look-ups/read-nodes-by-id.ts';
import { shareLookUps } from './look-ups/share-look-ups.ts';
import { shareStatements } from './look-ups/share-statements.ts';
import { migrate } from './migrations.ts';
import { planAnswer } from './plan/plan-answer.ts';
import { planToCypher, type Query } from './plan/plan-to-cypher.ts';
import {
  adjacencyAnswer,
  adjacencyQuery,
  facetsAnswer,
  facetsQuery,
  nodeIdsQuery,
  searchAnswer,
  searchQuery,
} from './questions.ts';
import { flattenRecords, readRecords, recordsQuery } from './records.ts';
import { redirectsQuery, rowsToRedirects } from './redirects.ts';
import { tokensOf } from './tokens.ts';
import { neo4jUpkeep } from './upkeep/neo4j-upkeep.ts';
import type { Row } from './values.ts';
import { writeChange } from './write-change.ts';
import { writeInParts } from './write-in-parts.ts';

export interface Neo4jSettings extends ConnectionSettings {
  /** Whether our nodes may live beside somebody else's in the same database. */
  readonly adopt?: boolean | undefined;
  /** A `command` upgrades nothing, since servers of an older version may be at work. Servers by default. */
  readonly role?: 'server' | 'command';
}

/** How long a server may take to say that it is there, in milliseconds. */
const PING_TIMEOUT = 1_500;

/**
 * Opens the graph in a Neo4j of 5.26 or later and brings its schema up to date. Throws `StoreUnavailable` where it
 * cannot be reached, and `StoreRefused` where it holds what is not ours to open.
 */
export async function openNeo4jStore({ adopt, role, ...settings }: Neo4jSettings): Promise<GraphStore> {
  const connection = openConnection(settings);
  try {
    await migrate(connection, adopt ?? false, role !== 'command');
  } catch (problem) {
    await connection.close();
    throw problem;
  }
  return storeOn(connection);
}

function storeOn(connection: Connection): GraphStore {
  let open = true;
  const writes = tellWrites();
  const read = (query: Query, options?: ReadOptions): Promise<readonly Row[]> => {
    if (!open) throw new StoreUnavailable('the store was closed');
    return connection.read(query, options?.signal);
  };
  // Where the way to the database is the problem, or its time, asking one by one would only make it worse.
  const mayRetry = (problem: unknown) => !(problem instanceof StoreUnavailable);
  const share = shareLookUps<Row>(mayRetry);
  const readShared = shareStatements(read, mayRetry);
  /** Whoever leaves a shared question because of a time limit is told the same as who waits for one alone. */
  const explained = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (problem) {
      throw explainProblem(problem, connection.place);
    }
  };
  const runPlan = async (plan: ReadPlan, options?: ReadOptions): Promise<ReadAnswer> => {
    switch (plan.kind) {
      case 'nodesById':
        return readNodesById(share, read, plan, options);
      case 'relationshipsById':
        return planAnswer(plan, await read(planToCypher(plan), options));
      default:
        return planAnswer(plan, await readShared(planToCypher(plan), ['page', 'total'], options));
    }
  };
  return {
    kind: 'neo4j',
    place: connection.place,
    read: async <Plan extends ReadPlan>(plan: Plan, options?: ReadOptions) =>
      // The answer has the kind of its plan, which the compiler cannot follow through a switch.
      (await explained(() => runPlan(plan, options))) as Extract<ReadAnswer, { kind: Plan['kind'] }>,
    searchCandidates: async (question, options) =>
      searchAnswer(
        question,
        await explained(() => readShared(searchQuery(question), ['labels', 'node'], options)),
      ),
    adjacent: async (question, options) =>
      adjacencyAnswer(question, await read(adjacencyQuery(question), options)),
    nodeIds: async (question, options) =>
      (await read(nodeIdsQuery(question), options)).map(({ id }) => id as NodeId),
    facets: async (question, options) => facetsAnswer(question, await read(facetsQuery(question), options)),
    records: async (ids) => flattenRecords(readRecords(await read(recordsQuery(ids)), ids)),
    write: async (change) => {
      if (!open) throw new StoreUnavailable('the store was closed');
      return writes.tell(await connection.write((run) => writeChange(run, change)));
    },
    writeInParts: async (about, work) => {
      if (!open) throw new StoreUnavailable('the store was closed');
      return writes.tell(await writeInParts(connection, about, work));
    },
    findRequest: async (author, key) => rowToRequest(await read(requestQuery(requestKey(author, key)))),
    onWrite: writes.listen,
    journal: async (question) => (await read(entriesQuery(question))).map(rowToEntry),
    journalItems: (question) => readItems(read, question),
    history: async (question) => (await read(historyQuery(question))).flatMap(rowToChanges),
    changesSince: async (question) => (await read(changesSinceQuery(question))).flatMap(rowToChanges),
    lastChanges: async (ids) => rowsToLastChanges(await read(lastChangesQuery(ids))),
    journalHead: async () => rowToHead(await read(headQuery)),
    sealedEntries: async (question) => (await read(entriesQuery(question))).map(rowToSealedEntry),
    sealedItems: (question) => readSealedItems(read, question),
    survivors: (ids) =>
      followRedirects(ids, async (step) => rowsToRedirects(await read(redirectsQuery(step)))),
    tokens: tokensOf(connection),
    mark: async (key) => {
      const text = 'MATCH (m:_Mark {key: $key}) RETURN m.value AS value';
      const [mark] = await read({ text, parameters: { key } });
      return typeof mark?.value === 'string' ? mark.value : null;
    },
    upkeep: neo4jUpkeep(connection),
    ping: async () => {
      if (!open) throw new StoreUnavailable('the store was closed');
      await connection.readOnce({ text: 'RETURN 1 AS one', parameters: {} }, PING_TIMEOUT);
    },
    statementCount: () => connection.statementCount(),
    close: async () => {
      open = false;
      await connection.close();
    },
  };
}
