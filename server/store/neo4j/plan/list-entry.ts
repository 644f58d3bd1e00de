import { type NodeType, nodeTypeNames } from '../../../../schema/node-types.ts';
import type { NodeWhere } from '../../node-query.ts';
import type { CypherText } from './cypher-text.ts';
import { type DatedEntry, dateWalk, walksByDate } from './date-walk.ts';
import { gradePairs, gradeWalk } from './grade-walk.ts';
import { beyondPosition, sortAndLimit, type Walk } from './order-to-cypher.ts';
import { findTextAnchor, type TextAnchor, textAnchor } from './text-anchor.ts';
import { nodeWhereToCypher, whereClause } from './where-to-cypher.ts';

/** How a list is entered, sorted and limited; afterwards `n` and the names of the sort keys are bound. */
export interface ListEntry {
  readonly lines: readonly string[];
  readonly names: readonly string[];
}

/** The label that all nodes of these types have, and more if they are not all. */
export function labelOf(types: readonly NodeType[]): string {
  return nodeTypeNames.every((type) => types.includes(type)) ? 'Entity' : types.join('|') || 'Entity';
}

/** All conditions of a list, each of which must hold. */
export function conditionsOf(
  cypher: CypherText,
  types: readonly NodeType[],
  where: NodeWhere | null,
): readonly string[] {
  const parts = partsOf(where).map((part) => nodeWhereToCypher(cypher, 'n', part));
  return types.length === 0 ? ['false', ...parts] : parts;
}

/**
 * Chooses where a list begins, since one more index or the statistics of a young database would have the planner
 * sort all nodes instead: with words in a name, here or at a far end, if few enough have them; with a grade, each of
 * which has an index by date; else with the order of the list.
 */
export function listEntry(
  cypher: CypherText,
  types: readonly NodeType[],
  where: NodeWhere | null,
  walk: Walk,
): ListEntry {
  const parts = partsOf(where);
  const anchor = types.length > 0 ? findTextAnchor(types, parts) : null;
  const lines = anchor
    ? anchoredLines(cypher, types, parts, walk, anchor)
    : walkLines(cypher, types, parts, walk);
  const { text, names } = sortAndLimit(cypher, walk, ['n']);
  return { lines: [...lines, text], names };
}

function anchoredLines(
  cypher: CypherText,
  types: readonly NodeType[],
  parts: readonly NodeWhere[],
  walk: Walk,
  anchor: TextAnchor,
): readonly string[] {
  const others = parts.filter((part) => part !== anchor.part);
  const conditions = (of: readonly NodeWhere[]) => [
    ...conditionsOf(cypher, types, of.length > 0 ? { kind: 'and', of } : null),
    ...beyondPosition(cypher, walk),
  ];
  const byWords = [...conditions(others), `n:${labelOf(types)}`];
  return textAnchor(cypher, anchor, {
    byWords: [`WITH DISTINCT n${whereClause(byWords)}`],
    byOrder: [
      ...walkLines(cypher, types, parts, walk, !parts.some(leadsSomewhere)),
      sortAndLimit(cypher, walk, ['n']).text,
    ],
  });
}

/**
 * Binds `n` to nodes among which are those of the page, by an index in the order of the list where there is one.
 * `pinned`: whether that order must be taken, because nothing else leads to few nodes.
 */
function walkLines(
  cypher: CypherText,
  types: readonly NodeType[],
  parts: readonly NodeWhere[],
  walk: Walk,
  pinned = parts.length === 0,
): readonly string[] {
  const label = labelOf(types);
  const where: NodeWhere | null = parts.length > 0 ? { kind: 'and', of: parts } : null;
  if (walksByDate(walk) && !label.includes('|') && types.length > 0) {
    const entry: DatedEntry = {
      label,
      conditions: () => conditionsOf(cypher, types, where),
      isDated: parts.some(isDateTest),
    };
    const pairs = types.length === 1 ? gradePairs(parts) : null;
    if (pairs) return gradeWalk(cypher, entry, walk, pairs);
    if (parts.every(isDateTest)) return dateWalk(cypher, entry, walk);
  }
  const matching = conditionsOf(cypher, types, where);
  // True of all our nodes; the indexes over a sort key and the id serve only who asks for both to be there.
  const present = ['n.id IS NOT NULL'];
  const byName = walk.expressions[0] === 'n.name_key';
  if (byName) present.push('n.name_key IS NOT NULL');
  const isOne = types.length > 0 && !label.includes('|');
  const hint = pinned && isOne && byName ? ` USING INDEX n:${label}(name_key, id)` : '';
  // The index over official numbers is one for all types. A plan made while the graph was empty would not take it.
  const byNumber = parts.some(isNumberTest);
  const entered = byNumber && label !== 'Entity' ? `Entity&(${label})` : label;
  return [
    `MATCH (n:${entered})${hint}${whereClause([...present, ...matching, ...beyondPosition(cypher, walk)])}`,
  ];
}

/** Whether an index may lead from a part of a filter to few nodes, better than the order of the list does. */
function leadsSomewhere(part: NodeWhere): boolean {
  return (
    part.kind === 'id' || (part.kind === 'property' && (part.test.kind === 'eq' || part.test.kind === 'in'))
  );
}

/** Whether the official number must be one of some. */
function isNumberTest(part: NodeWhere): boolean {
  return part.kind === 'property' && part.property === 'officialNumber' && leadsSomewhere(part);
}

/** Whether the date that lists are ordered by must be there. */
function isDateTest(part: NodeWhere): boolean {
  if (part.kind !== 'property' || part.property !== 'date') return false;
  return 'earliest' in part.test || (part.test.kind === 'isNull' && !part.test.value);
}

/** The parts of a filter, each of which must hold. */
export function partsOf(where: NodeWhere | null): readonly NodeWhere[] {
  if (!where) return [];
  return where.kind === 'and' ? where.of.flatMap(partsOf) : [where];
}
