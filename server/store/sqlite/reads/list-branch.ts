import type { NodeId } from '../../../../schema/ids.ts';
import type { GraphRelationship } from '../../../../schema/records.ts';
import { type Direction, farTypesOf } from '../../../../schema/relationship-types.ts';
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
  const order = walkToSql(walk);
  const condition = beyondToSql(walk, branch.page.from, tables, values);
  const columnsOf = ({ near, far, direction }: Arm) =>
    `r.${near} AS parent, r.${far} AS far, r.pk AS relationship, '${direction}' AS direction, ${position}`;
  const hits =
    parents.length === 1 && mayWalkFar(branch)
      ? hubArmsOf(branch, list, values, { columnsOf, condition, order, limit })
      : armsOf(branch, list, values, (arm) => ({ columns: columnsOf(arm), condition }));
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

/** Relationships of one parent that are sorted; of a hub with more its far nodes are walked through in their order. */
const SORTED = 4_000;
/** Each relationship type of such a branch is a question of its own. */
const STEPS = 3;

/**
 * Whether the far nodes may be walked through in the order of the list, by id or by name as an index has them: until the page is
 * full, each is looked up among the parent's relationships. Of a hub with many that is soon; to sort all of them takes
 * longer the more they are. Where a filter may let few through, none is soon.
 */
function mayWalkFar({ order, where, relationshipWhere, follow }: Branch): boolean {
  if (where !== null || relationshipWhere !== null || follow.length > STEPS) return false;
  const [key, ...others] = order;
  if (!key) return true;
  // The index of names begins with the type.
  const isOfOneType = follow.every(
    ({ relationship, direction }) => farTypesOf(relationship, direction).length === 1,
  );
  return isOfOneType && others.length === 0 && key.by.kind === 'node' && key.by.property === 'name';
}

interface HubParts {
  readonly columnsOf: (arm: Arm) => string;
  readonly condition: string;
  readonly order: string;
  readonly limit: string;
}

/** Both ways for each step, of which the number of relationships lets one be gone, counted no further than it matters. */
function hubArmsOf(
  branch: Branch,
  parents: string,
  values: SqlValues,
  { columnsOf, condition, order, limit }: HubParts,
): string {
  return branch.follow
    .flatMap((step) => {
      const one = { ...branch, follow: [step] };
      const far = farTypesOf(step.relationship, step.direction);
      // There is one parent. As a value, and not as a row, it leaves the order of the walk to the index of nodes.
      const parent = `(SELECT value FROM json_each(${parents}))`;
      const most = ({ near }: Arm) => `(SELECT count(*) FROM (
        SELECT 1 FROM relationship m
        WHERE m.${near} = ${parent} AND m.type = '${step.relationship}' LIMIT ${SORTED + 1}))`;
      const isAgain = isFollowedOut(branch, step) ? 'r.from_pk <> r.to_pk' : '1';
      const few = armsOf(one, parents, values, (arm) => ({
        columns: columnsOf(arm),
        condition: `${isAgain} AND ${condition} AND ${most(arm)} <= ${SORTED}`,
      }));
      const arm = step.direction === 'out' ? outgoingArm : incomingArm;
      const many = `
        SELECT * FROM (
          SELECT ${columnsOf(arm)}
          FROM node n CROSS JOIN relationship r
          WHERE ${most(arm)} > ${SORTED} AND ${far.length === 1 ? '' : '+'}${isOneOf('n.type', far, values)}
            AND r.${arm.near} = ${parent} AND r.type = '${step.relationship}' AND r.${arm.far} = n.pk
            AND ${isAgain} AND ${condition}
          ORDER BY ${order} LIMIT ${limit})`;
      return [few, many];
    })
    .join(' UNION ALL ');
}

/** Whether a relationship from a node to itself is brought by another step already: as outgoing. */
function isFollowedOut({ follow }: Branch, { relationship, direction }: Branch['follow'][number]): boolean {
  return (
    direction === 'in' &&
    follow.some((other) => other.direction === 'out' && other.relationship === relationship)
  );
}

interface Arm {
  readonly near: 'from_pk' | 'to_pk';
  readonly far: 'from_pk' | 'to_pk';
  readonly direction: Direction;
}

const outgoingArm: Arm = { near: 'from_pk', far: 'to_pk', direction: 'out' };
const incomingArm: Arm = { near: 'to_pk', far: 'from_pk', direction: 'in' };

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
  return [outgoingArm, incomingArm]
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
