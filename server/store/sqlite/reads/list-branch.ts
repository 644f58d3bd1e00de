import type { NodeId } from '../../../../schema/ids.ts';
import type { GraphRelationship } from '../../../../schema/records.ts';
import type { Direction } from '../../../../schema/relationship-types.ts';
import type { Position } from '../../node-query.ts';
import { pageOf, rowsFor } from '../../page-of.ts';
import type { Branch, Page } from '../../read-plan.ts';
import { sortColumnsOf, type WalkColumn, walkOf } from '../../sort-position.ts';
import type { Row } from '../connection.ts';
import { beyondToSql, positionOf, selectPosition, walkToSql } from '../order-to-sql.ts';
import { collectSqlValues, type SqlValues } from '../sql-values.ts';
import { nodeOf, relationshipOf, selectNode, selectRelationship } from '../values.ts';
import { isOneOf, nodeWhereToSql, relationshipWhereToSql } from '../where-to-sql.ts';
import { type FoundNode, groupBy, listOf, type Reading } from './reading.ts';

/** A relationship of a parent; `far` is null where the branch leaves far nodes unread. */
export interface BranchHit {
  readonly position: Position;
  readonly direction: Direction;
  readonly relationship: GraphRelationship;
  readonly far: FoundNode | null;
}

const tables = { node: 'n', relationship: 'r' };

/** The page of a branch at each parent, by `pk`: one statement for all of them, and one for all totals. */
export function listBranch(
  reading: Reading,
  parents: readonly FoundNode[],
  branch: Branch,
): ReadonlyMap<number, Page<BranchHit>> {
  const totals = branch.countTotal ? countBranch(reading, parents, branch) : null;
  const walk = walkOf(sortColumnsOf(branch.order, 'relationships'), branch.page.direction);
  const rows = rowsFor(branch.page) === 0 ? [] : readRows(reading, parents, branch, walk);
  const byParent = groupBy(rows, (row) => Number(row.parent));
  return new Map(
    parents.map(({ pk, node }) => {
      const hits = (byParent.get(pk) ?? []).map((row) => hitOf(row, branch, walk, node.id));
      return [pk, pageOf(hits, branch.page, totals && (totals.get(pk) ?? 0))];
    }),
  );
}

function hitOf(row: Row, branch: Branch, walk: readonly WalkColumn[], parent: NodeId): BranchHit {
  const direction = row.direction as Direction;
  const farId = row.n_id as NodeId;
  const ends = direction === 'out' ? { from: parent, to: farId } : { from: farId, to: parent };
  return {
    position: positionOf(row, walk),
    direction,
    relationship: relationshipOf(row, 'r_', branch.relationship?.properties ?? [], ends),
    far: branch.node && { pk: Number(row.n_pk), node: nodeOf(row, 'n_', branch.node.properties) },
  };
}

/**
 * Each parent's page is cut before its records are read. One parent is served by a plain limit, for which SQLite
 * keeps the best few only; several need their rows numbered.
 */
function readRows(
  { connection }: Reading,
  parents: readonly FoundNode[],
  branch: Branch,
  walk: readonly WalkColumn[],
): readonly Row[] {
  const values = collectSqlValues();
  const list = values.add(listOf(parents.map(({ pk }) => pk)));
  const limit = values.add(rowsFor(branch.page));
  const position = selectPosition(walk, tables);
  const hits = armsOf(branch, list, values, ({ near, far, direction }) => ({
    columns: `r.${near} AS parent, r.${far} AS far, r.pk AS relationship, '${direction}' AS direction, ${position}`,
    condition: beyondToSql(walk, branch.page.from, tables, values),
  }));
  const order = walkToSql(walk);
  const cut =
    parents.length === 1
      ? `SELECT * FROM (${hits}) ORDER BY ${order} LIMIT ${limit}`
      : `SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY parent ORDER BY ${order}) AS place FROM (${hits}))
         WHERE place <= ${limit}`;
  const sql = `
    SELECT hit.*,
      ${selectRelationship('r', 'r_', branch.relationship?.properties ?? [])},
      ${selectNode('n', 'n_', branch.node?.properties ?? [])}
    FROM (${cut}) hit CROSS JOIN relationship r CROSS JOIN node n
    WHERE r.pk = hit.relationship AND n.pk = hit.far
    ORDER BY ${order}`;
  return connection.all(sql, values.all);
}

function countBranch(
  { connection }: Reading,
  parents: readonly FoundNode[],
  branch: Branch,
): ReadonlyMap<number, number> {
  const values = collectSqlValues();
  const list = values.add(listOf(parents.map(({ pk }) => pk)));
  const hits = armsOf(branch, list, values, ({ near }) => ({
    columns: `r.${near} AS parent`,
    condition: '1',
  }));
  const sql = `SELECT parent, count(*) AS total FROM (${hits}) GROUP BY parent`;
  const rows = connection.all(sql, values.all);
  return new Map(rows.map(({ parent, total }) => [Number(parent), Number(total)]));
}

interface Arm {
  readonly near: 'from_pk' | 'to_pk';
  readonly far: 'from_pk' | 'to_pk';
  readonly direction: Direction;
}

/**
 * All that a branch follows, outgoing and incoming apart, so that each goes along its own index. A relationship from
 * a node to itself that is followed both ways is brought once, as outgoing: twice it would have one position.
 */
function armsOf(
  branch: Branch,
  parents: string,
  values: SqlValues,
  build: (arm: Arm) => { readonly columns: string; readonly condition: string },
): string {
  const followed = (direction: Direction) =>
    branch.follow.filter((step) => step.direction === direction).map(({ relationship }) => relationship);
  const outgoing = followed('out');
  const arms: readonly Arm[] = [
    { near: 'from_pk', far: 'to_pk', direction: 'out' },
    { near: 'to_pk', far: 'from_pk', direction: 'in' },
  ];
  return arms
    .flatMap((arm) => {
      const types = followed(arm.direction);
      if (types.length === 0) return [];
      const { columns, condition } = build(arm);
      const both = arm.direction === 'in' ? types.filter((type) => outgoing.includes(type)) : [];
      const isNew =
        both.length > 0 ? `NOT (r.from_pk = r.to_pk AND ${isOneOf('r.type', both, values)})` : '1';
      return [
        `SELECT ${columns}
         FROM json_each(${parents}) wanted CROSS JOIN relationship r CROSS JOIN node n
         WHERE r.${arm.near} = wanted.value AND ${isOneOf('r.type', types, values)} AND n.pk = r.${arm.far} AND ${isNew}
           AND ${relationshipWhereToSql(branch.relationshipWhere, 'r', values)}
           AND ${nodeWhereToSql(branch.where, 'n', values)} AND ${condition}`,
      ];
    })
    .join(' UNION ALL ');
}
