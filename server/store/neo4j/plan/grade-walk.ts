import { int } from 'neo4j-driver';
import { gradeScales } from '../../../../schema/grade-scales.ts';
import type { NodeWhere } from '../../node-query.ts';
import type { CypherText } from './cypher-text.ts';
import { DATE_COLUMNS, type DatedEntry, datedOrNot } from './date-walk.ts';
import { beyondPosition, sortAndLimit, type Walk } from './order-to-cypher.ts';
import { whereClause } from './where-to-cypher.ts';

/** One rank of one scale; each has its own stretch of the index by grade and date. */
type GradePair = readonly [scale: string, rank: number];

/** More are not walked one by one. */
const PAIRS_LIMIT = 24;

/** The grades that a filter lets through, where one of its parts names them; null if none does, or too many. */
export function gradePairs(parts: readonly NodeWhere[]): readonly GradePair[] | null {
  for (const part of parts) {
    if (part.kind !== 'property' || part.property !== 'grade' || part.test.kind !== 'grade') continue;
    const { scale, ranks } = part.test;
    const pairs = Object.entries(gradeScales).flatMap(([name, { ranks: listed }]) => {
      if (scale !== null && scale !== name) return [];
      return listed.flatMap((_labels, index): GradePair[] =>
        ranks === null || ranks.includes(index + 1) ? [[name, index + 1]] : [],
      );
    });
    if (pairs.length <= PAIRS_LIMIT) return pairs;
  }
  return null;
}

/**
 * Binds `n` to the nodes of these grades that a page may hold: from each stretch of the index no more than the page
 * takes. The sort names the grade, which is the same all along a stretch: so the planner sees that the index has the
 * order.
 */
export function gradeWalk(
  cypher: CypherText,
  entry: DatedEntry,
  walk: Walk,
  pairs: readonly GradePair[],
): readonly string[] {
  const { label } = entry;
  const given = cypher.parameter(pairs.map(([scale, rank]) => [scale, int(rank)]));
  const ofPair = ['n.grade_scale = pair[0]', 'n.grade_rank = pair[1]'];
  const perPair = (lines: readonly string[]) => [
    `UNWIND ${given} AS pair`,
    'CALL (pair) {',
    ...lines,
    'RETURN n',
    '}',
  ];
  return datedOrNot(cypher, entry, walk, {
    dated: (part) => {
      const days = part.expressions.slice(0, DATE_COLUMNS).map((column) => `${column} IS NOT NULL`);
      const conditions = [...ofPair, ...days, ...entry.conditions(), ...beyondPosition(cypher, part)];
      const index = `USING INDEX n:${label}(grade_scale, grade_rank, date_earliest, date_latest)`;
      const sorted = sortAndLimit(cypher, part, ['n'], ['n.grade_scale', 'n.grade_rank']);
      return perPair([`MATCH (n:${label}) ${index}${whereClause(conditions)}`, sorted.text]);
    },
    undated: (part) => {
      const conditions = [
        ...ofPair,
        'n.date_earliest IS NULL',
        ...entry.conditions(),
        ...beyondPosition(cypher, part),
      ];
      const index = `USING INDEX n:${label}(grade_scale, grade_rank)`;
      const sorted = sortAndLimit(cypher, part, ['n']);
      return perPair([`MATCH (n:${label}) ${index}${whereClause(conditions)}`, sorted.text]);
    },
  });
}
