import neo4j, { type Driver } from 'neo4j-driver';
import type { Neo4jAddress } from '../../test/support/neo4j/start-neo4j.ts';
import type { Material } from './questions.ts';

/** The indexes that suit the peer: it finds nodes by their own labels, and Oversight by the label that all share. */
const peerIndexes = [
  'CREATE INDEX peer_organisation_id IF NOT EXISTS FOR (n:Organisation) ON (n.id)',
  'CREATE INDEX peer_person_id IF NOT EXISTS FOR (n:Person) ON (n.id)',
  'CREATE INDEX peer_judgement_grade IF NOT EXISTS FOR (n:Judgement) ON (n.grade_scale, n.grade_rank, n.date_latest)',
  'CREATE TEXT INDEX peer_organisation_name IF NOT EXISTS FOR (n:Organisation) ON (n.name_key)',
  "CREATE FULLTEXT INDEX peer_organisation_names IF NOT EXISTS FOR (n:Organisation) ON EACH [n.search_tokens] OPTIONS { indexConfig: { `fulltext.analyzer`: 'whitespace' } }",
  'CALL db.awaitIndexes(300)',
];

export async function createPeerIndexes(address: Neo4jAddress): Promise<void> {
  await onDriver(address, async (driver) => {
    for (const text of peerIndexes) await driver.executeQuery(text);
  });
}

/** What of the graph the questions are about; the same graph gives the same, in the same order. */
export function collectMaterial(address: Neo4jAddress): Promise<Material> {
  return onDriver(address, async (driver) => {
    const column = async (text: string): Promise<string[]> =>
      (await driver.executeQuery(text)).records.map((record) => String(record.get(0)));
    const organisations = await column(
      `MATCH (n:Organisation) WHERE n.kind <> 'owner' AND EXISTS { (n)<-[:INSPECTED]-() }
       AND NOT EXISTS { MATCH (n)<-[:INSPECTED]-(i) WHERE i.date_earliest IS NULL }
       WITH n.id AS id ORDER BY reverse(id) LIMIT 520 RETURN id`,
    );
    const owners = await column(
      `MATCH (n:Organisation)<-[:OWNED_BY]-(home) WITH n, count(home) AS homes WHERE homes >= 2
       AND NOT EXISTS { MATCH (n)<-[:OWNED_BY]-()<-[:INSPECTED]-(i) WHERE i.date_earliest IS NULL }
       WITH n.id AS id ORDER BY reverse(id) LIMIT 520 RETURN id`,
    );
    const people = await column(
      "MATCH (n:Person) WHERE n.id STARTS WITH 'person/bench-' RETURN n.id ORDER BY n.id",
    );
    const { records } = await driver.executeQuery(
      `MATCH (n:Judgement) WHERE n.grade_rank IS NOT NULL
       RETURN n.grade_scale AS scale, toInteger(n.grade_rank) AS rank, count(*) AS count ORDER BY count DESC, scale, rank`,
    );
    const grades = records.map((record) => ({
      scale: record.get('scale'),
      rank: record.get('rank').toNumber(),
    }));
    const words = await column(
      `MATCH (n:Organisation) UNWIND split(n.name_key, ' ') AS word
       WITH word, count(DISTINCT n) AS count WHERE size(word) >= 4 AND word =~ '[a-z]+' AND count >= 5
       RETURN word ORDER BY count DESC, word LIMIT 126`,
    );
    return { organisations, owners, people, grades, words, pairs: await findPairs(driver) };
  });
}

/** Pairs of neighbouring words of names that few organisations bear together, so that all of them fit on a page. */
async function findPairs(driver: Driver): Promise<readonly (readonly [string, string])[]> {
  const { records } = await driver.executeQuery(
    `MATCH (n:Organisation) WITH n.name_key AS name, split(n.name_key, ' ') AS words ORDER BY reverse(n.id) LIMIT 3000
     WITH DISTINCT words[0] AS one, words[1] AS other
     WHERE one =~ '[a-z]{3,}' AND other =~ '[a-z]{3,}' AND one <> other
     CALL (one, other) {
       CALL db.index.fulltext.queryNodes('peer_organisation_names', '+' + one + '* +' + other + '*', {limit: 11}) YIELD node
       RETURN count(node) AS found
     }
     WITH one, other WHERE 0 < found <= 10 RETURN one, other LIMIT 520`,
  );
  return records.map((record) => [record.get('one'), record.get('other')] as const);
}

async function onDriver<Result>(
  { uri, user, password }: Neo4jAddress,
  work: (driver: Driver) => Promise<Result>,
): Promise<Result> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  try {
    return await work(driver);
  } finally {
    await driver.close();
  }
}
