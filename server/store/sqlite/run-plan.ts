import type { NodeId, RelationshipId } from '../../../schema/ids.ts';
import { type NodeType, nodeTypeNames } from '../../../schema/node-types.ts';
import type { NodeWhere } from '../node-query.ts';
import { pageOf, rowsFor } from '../page-of.ts';
import type { NodeListPlan, ReadAnswer, ReadPlan, SupportTree } from '../read-plan.ts';
import { type SortColumn, sortColumnsOf, walkOf } from '../sort-position.ts';
import type { Row } from './connection.ts';
import { beyondToSql, positionOf, selectPosition, stretchesBeyond, walkToSql } from './order-to-sql.ts';
import { growNodes, readNodesById, readRelationshipsById } from './reads/grow-trees.ts';
import type { Reading } from './reads/reading.ts';
import { collectSqlValues, type SqlValues } from './sql-values.ts';
import {
  evidenceColumns,
  evidenceOf,
  nodeOf,
  selectList,
  selectNode,
  statementColumns,
  statementOf,
} from './values.ts';
import { isOneOf, nodeWhereToSql } from './where-to-sql.ts';

type SupportsPlan = Extract<ReadPlan, { kind: 'supports' }>;

/**
 * Runs a plan level by level: one statement a branch for all parents of a level, and one for each total, each
 * evidence, statements and counts asked for. Reads one state of the graph throughout.
 */
export function runPlan(reading: Reading, plan: ReadPlan): ReadAnswer {
  return reading.connection.transaction('reading', () => {
    switch (plan.kind) {
      case 'nodesById': {
        const trees = readNodesById(reading, plan.ids, plan.select);
        return { kind: plan.kind, nodes: plan.ids.flatMap((id) => trees.get(id) ?? []) };
      }
      case 'relationshipsById': {
        const trees = readRelationshipsById(reading, plan.ids, plan.select);
        return { kind: plan.kind, relationships: plan.ids.flatMap((id) => trees.get(id) ?? []) };
      }
      case 'nodes':
        return { kind: plan.kind, page: readNodeList(reading, plan) };
      case 'supports':
        return { kind: plan.kind, page: readSupports(reading, plan) };
    }
  });
}

function readNodeList(reading: Reading, plan: NodeListPlan): Extract<ReadAnswer, { kind: 'nodes' }>['page'] {
  const { order, page, select } = plan;
  const total = plan.countTotal ? countNodes(reading, plan) : null;
  const walk = walkOf(sortColumnsOf(order, 'nodes'), page.direction);
  const limit = rowsFor(page);
  const rows = limit === 0 ? [] : listNodes(reading, plan, walk, limit);
  const found = pageOf(rows, page, total);
  if (!select) return { ...found, items: [] };
  const nodes = found.items.map((row) => ({ pk: Number(row.pk), node: nodeOf(row, '', select.properties) }));
  const trees = growNodes(reading, nodes, select);
  const items = found.items.flatMap((row) => {
    const node = trees.get(Number(row.pk));
    return node ? [{ position: positionOf(row, walk), node }] : [];
  });
  return { ...found, items };
}

/** The page is cut before the nodes are read, so that what is sorted is narrow. */
function listNodes(
  { connection }: Reading,
  plan: NodeListPlan,
  walk: ReturnType<typeof walkOf>,
  limit: number,
): readonly Row[] {
  const values = collectSqlValues();
  const cut = `ORDER BY ${walkToSql(walk)} LIMIT ${values.add(limit)}`;
  const beyond = stretchesBeyond(walk, plan.page.from, { node: 'n' }, values);
  const hits = stretchesOf(plan).flatMap((types) =>
    beyond.map((condition) => hitsOf({ ...plan, types }, walk, values, condition)),
  );
  const all =
    hits.length === 1 ? hits[0] : hits.map((one) => `SELECT * FROM (${one} ${cut})`).join(' UNION ALL ');
  const sql = `
    SELECT hit.*, ${selectNode('n', '', plan.select?.properties ?? [])}
    FROM (${all} ${cut}) hit CROSS JOIN node n
    WHERE n.pk = hit.hit_pk
    ORDER BY ${walkToSql(walk)}`;
  return connection.all(sql, values.all);
}

function hitsOf(
  plan: NodeListPlan,
  walk: ReturnType<typeof walkOf>,
  values: SqlValues,
  condition: string,
): string {
  return `
    SELECT n.pk AS hit_pk, ${selectPosition(walk, { node: 'n' })}
    FROM node n
    WHERE ${matchesPlan(plan, values)} AND ${condition}`;
}

/**
 * The indexes in the order of a list begin with the type: so a page over several types is taken from a page of each,
 * or else all nodes would be sorted. Where ids lead to the nodes, these are few, and looked up once.
 */
function stretchesOf({ types, where }: NodeListPlan): readonly (readonly NodeType[])[] {
  return types.length > 1 && !namesIds(where) ? types.map((type) => [type]) : [types];
}

function namesIds(where: NodeWhere | null): boolean {
  return where?.kind === 'id' || (where?.kind === 'and' && where.of.some(namesIds));
}

function countNodes({ connection }: Reading, plan: NodeListPlan): number {
  const values = collectSqlValues();
  const sql = `SELECT count(*) AS total FROM node n WHERE ${matchesPlan(plan, values)}`;
  return Number(connection.all(sql, values.all)[0]?.total);
}

function matchesPlan({ types, where }: NodeListPlan, values: SqlValues): string {
  const all = nodeTypeNames.every((type) => types.includes(type));
  return `${all ? '1' : isOneOf('n.type', types, values)} AND ${nodeWhereToSql(where, 'n', values)}`;
}

const byEvidence: readonly SortColumn[] = [{ kind: 'nodeId', direction: 'asc' }];

function readSupports(
  reading: Reading,
  plan: SupportsPlan,
): Extract<ReadAnswer, { kind: 'supports' }>['page'] {
  const { document, page } = plan;
  const { connection } = reading;
  const countSql = 'SELECT count(*) AS total FROM evidence WHERE document = ?1';
  const total = plan.countTotal ? Number(connection.all(countSql, [document])[0]?.total) : null;
  const found = pageOf(rowsFor(page) === 0 ? [] : listSupports(reading, plan), page, total);
  reading.check();
  const records = found.items.map((row) => String(row.s_of ?? row.e_of));
  const isRelationship = (id: string) => id.startsWith('relationship/');
  // The prefix tells which of the two an id is: no node may have it, see `schema/ids.ts`.
  const nodeIds = records.filter((id) => !isRelationship(id)) as NodeId[];
  const relationshipIds = records.filter(isRelationship) as RelationshipId[];
  const nodes = plan.node ? readNodesById(reading, nodeIds, plan.node) : null;
  const relationships = plan.relationship
    ? readRelationshipsById(reading, relationshipIds, plan.relationship)
    : null;
  const items = found.items.map((row, index): SupportTree => {
    const record = records[index] ?? '';
    const evidence = evidenceOf(row, 'e_');
    return {
      position: [evidence.id],
      evidence,
      supports: evidence.of,
      statement: statementOf(row, 's_'),
      node: nodes?.get(record as NodeId) ?? null,
      relationship: relationships?.get(record as RelationshipId) ?? null,
    };
  });
  return { ...found, items };
}

/** Walks along the index of evidence by document and id, so that the work is that of the page. */
function listSupports({ connection }: Reading, { document, page }: SupportsPlan): readonly Row[] {
  const values = collectSqlValues();
  const walk = walkOf(byEvidence, page.direction);
  const sql = `
    SELECT ${selectList('e', 'e_', evidenceColumns)}, ${selectList('s', 's_', statementColumns)}, e.id AS s0
    FROM evidence e LEFT JOIN statement s ON s.id = e.of
    WHERE e.document = ${values.add(document)} AND ${beyondToSql(walk, page.from, { node: 'e' }, values)}
    ORDER BY ${walkToSql(walk)}
    LIMIT ${values.add(rowsFor(page))}`;
  return connection.all(sql, values.all);
}
