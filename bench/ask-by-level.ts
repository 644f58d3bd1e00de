import neo4j, { type Driver } from 'neo4j-driver';
import { PAGE } from './selections.ts';

const NODE = 'm {.id, .name, .version, .disputed} AS node, labels(m) AS labels';

const root = `MATCH (m:Organisation) WHERE m.name_key IS NOT NULL AND m.id IS NOT NULL
WITH m ORDER BY m.name_key, m.id LIMIT $limit RETURN ${NODE}`;

const levels = ['(n)<-[r:INSPECTED]-(m)', '(n)-[r:JUDGED]->(m)', '(n)<-[r:ABOUT]-(m)'].map(
  (pattern) => `UNWIND $ids AS parent MATCH (n:Entity {id: parent})
CALL (n) { MATCH ${pattern} WITH r, m ORDER BY m.id, r.id LIMIT $limit RETURN r, m }
RETURN parent, r.id AS relationship, ${NODE}`,
);

/**
 * The nested question as one would ask it of the bare driver without joining levels: a statement a level, all
 * parents of a level in one. Answers how many items all levels brought, to hold against what the store brings.
 */
export async function askByLevel(driver: Driver): Promise<number> {
  // One more than the page, as the store reads it too, to know whether more follows.
  const limit = neo4j.int(PAGE + 1);
  let ids = await pageOfEach(driver, root, { limit });
  let items = ids.length;
  for (const text of levels) {
    ids = await pageOfEach(driver, text, { ids: [...new Set(ids)], limit });
    items += ids.length;
  }
  return items;
}

/** The ids of the first page of each parent; the one more is read and left out. */
async function pageOfEach(
  driver: Driver,
  text: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<readonly string[]> {
  const session = driver.session({ defaultAccessMode: 'READ' });
  try {
    const { records } = await session.run(text, parameters);
    const taken = new Map<string, number>();
    return records.flatMap((record) => {
      const { parent = '', node } = record.toObject();
      const count = (taken.get(parent) ?? 0) + 1;
      taken.set(parent, count);
      return count > PAGE ? [] : [node.id];
    });
  } finally {
    await session.close();
  }
}
