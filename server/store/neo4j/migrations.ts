import { nodeTypeNames } from '../../../schema/node-types.ts';
import { relationshipTypeNames } from '../../../schema/relationship-types.ts';
import { StoreRefused } from '../graph-store.ts';
import { chainJournal } from './chain-journal.ts';
import type { Connection } from './connection.ts';
import { HEAD } from './head.ts';
import { packJournal } from './pack-journal.ts';

interface Migration {
  readonly format: number;
  /** Each can be run again without harm, since Neo4j changes a schema outside transactions. */
  readonly statements: readonly string[];
  /** What statements cannot do; it, too, can be run again without harm. */
  readonly work?: (connection: Connection) => Promise<void>;
}

/** Name of the full-text index, which the search names. */
export const SEARCH_INDEX = 'oversight_search';

const unique = (label: string, property: string) =>
  `CREATE CONSTRAINT ${constraintName(label, property)} IF NOT EXISTS ` +
  `FOR (n:${label}) REQUIRE n.${property} IS UNIQUE`;
const range = (label: string, ...columns: readonly string[]) =>
  `CREATE INDEX ${constraintName(label, columns.join('_'))} IF NOT EXISTS ` +
  `FOR (n:${label}) ON (${columns.map((column) => `n.${column}`).join(', ')})`;

/**
 * Numbered from 1, oldest first; one that was released is never changed. (The index over the items of an entry, which
 * format 1 had and format 4 drops, is made no more: two servers that begin on one database would undo each other.)
 */
const migrations: readonly Migration[] = [
  {
    format: 1,
    statements: [
      unique('_Oversight', 'key'),
      unique('_Mark', 'key'),
      unique('Entity', 'id'),
      unique('_Evidence', 'id'),
      unique('_Statement', 'id'),
      unique('_JournalEntry', 'sequence'),
      range('_Evidence', 'of'),
      range('_Evidence', 'document', 'id'),
      range('_Statement', 'of'),
      range('_JournalItem', 'record', 'sequence'),
      ...relationshipTypeNames.map(
        (type) =>
          `CREATE CONSTRAINT ${constraintName(type, 'id')} IF NOT EXISTS ` +
          `FOR ()-[r:${type}]-() REQUIRE r.id IS UNIQUE`,
      ),
      ...['Entity', ...nodeTypeNames].flatMap((label) => [
        range(label, 'name_key', 'id'),
        range(label, 'date_earliest', 'date_latest', 'id'),
      ]),
      `CREATE FULLTEXT INDEX ${SEARCH_INDEX} IF NOT EXISTS FOR (n:Entity) ON EACH [n.search_tokens] ` +
        `OPTIONS { indexConfig: { \`fulltext.analyzer\`: 'whitespace' } }`,
    ],
  },
  { format: 2, statements: [unique('_JournalEntry', 'request')], work: chainJournal },
  { format: 3, statements: [unique('_Token', 'id'), unique('_Redirect', 'from')] },
  {
    format: 4,
    statements: [range('_JournalBlock', 'sequence', 'first'), range('Entity', 'officialNumber_key')],
    work: packJournal,
  },
  {
    format: 5,
    statements: [
      range('Judgement', 'grade_scale', 'grade_rank'),
      range('Judgement', 'grade_scale', 'grade_rank', 'date_earliest', 'date_latest'),
      // Texts within names are looked for where names are given; made ones repeat what is found elsewhere.
      ...['Person', 'Organisation', 'Region', 'Inspection', 'Framework', 'Document'].map(
        (label) =>
          `CREATE TEXT INDEX ${constraintName(label, 'name_text')} IF NOT EXISTS FOR (n:${label}) ON (n.name_key)`,
      ),
    ],
  },
  {
    format: 6,
    statements: [range('Judgement', 'grade_scale', 'grade_rank', 'date_latest')],
  },
];

const newestFormat = Math.max(...migrations.map(({ format }) => format));

function constraintName(label: string, rest: string): string {
  return `oversight_${label}_${rest}`.replace('__', '_').toLowerCase();
}

/**
 * Brings the database to the newest format. Refuses, with what to do about it: a server that is too old, a newer
 * format, an older one unless it may be upgraded, and nodes of somebody else's unless `adopt` says that ours may live beside them.
 */
export async function migrate(connection: Connection, adopt: boolean, mayUpgrade: boolean): Promise<void> {
  refuseOldServer(await connection.agent());
  const [found] = await connection.read({
    text:
      'OPTIONAL MATCH (o:_Oversight {key: $key}) RETURN o.format AS format, ' +
      'o IS NULL AND EXISTS { () } AS foreign, ' +
      `o IS NULL AND EXISTS { (:Entity|${nodeTypeNames.join('|')}) } AS alike`,
    parameters: { key: HEAD },
  });
  const format = typeof found?.format === 'number' ? found.format : 0;
  if (found?.foreign === true) refuseForeign(connection.place, adopt, found.alike === true);
  if (format > newestFormat)
    throw new StoreRefused(
      `the database at ${connection.place} has format ${format}, ` +
        `and this version of Oversight knows formats up to ${newestFormat}: use a newer version`,
    );
  if (format > 0 && format < newestFormat && !mayUpgrade)
    throw new StoreRefused(
      `the database at ${connection.place} has format ${format}, and this version of Oversight works on format ${newestFormat}: stop the servers that use it and run “oversight migrate”`,
    );
  for (const migration of migrations) if (migration.format > format) await run(connection, migration);
}

async function run(connection: Connection, { format, statements, work }: Migration): Promise<void> {
  for (const text of statements) await connection.command({ text, parameters: {} });
  await work?.(connection);
  await connection.command({ text: 'CALL db.awaitIndexes(300)', parameters: {} });
  await connection.command({
    text: 'MERGE (o:_Oversight {key: $key}) SET o.format = toInteger($format), o.sequence = coalesce(o.sequence, 0)',
    parameters: { key: HEAD, format },
  });
}

function refuseForeign(place: string, adopt: boolean, alike: boolean): void {
  const empty = `the database at ${place} holds data that is not Oversight's: name an empty one in NEO4J_DATABASE`;
  if (!adopt) throw new StoreRefused(`${empty}, or let Oversight live beside that data with --adopt`);
  // Nodes under our own labels would turn up in our lists and counts.
  if (alike)
    throw new StoreRefused(`${empty}; its nodes bear labels that Oversight uses, so --adopt cannot help`);
}

function refuseOldServer(agent: string): void {
  const [, major, minor] = /\/(\d+)\.(\d+)/.exec(agent) ?? [];
  // Servers are named by year since 2025; one that gives no version is taken to be new.
  if (major === undefined || Number(major) > 5 || (Number(major) === 5 && Number(minor) >= 26)) return;
  if (agent.includes('aura')) return;
  throw new StoreRefused(`the server is ${agent}, and Oversight needs Neo4j 5.26 or later`);
}
