import type { NodeType } from '../../../../schema/node-types.ts';
import type { DateTest, NodeWhere } from '../../node-query.ts';
import type { CypherText } from './cypher-text.ts';
import { nodeWhereToCypher, whereClause } from './where-to-cypher.ts';

/**
 * The expression that counts nodes of one grade, or of some of one scale, before a day: by the index in which the last
 * days of a grade stand in order, so that nothing is looked at that is not counted. Null where the filter is any other.
 */
export function gradeCount(
  cypher: CypherText,
  types: readonly NodeType[],
  parts: readonly NodeWhere[],
): string | null {
  const [type] = types;
  const [grade, date] = [parts.find(isGradeOfScale), beforeTest(parts)];
  if (type === undefined || types.length > 1 || parts.length !== 2 || !grade || !date) return null;
  // Its first day needs no look: that lies before its last one.
  const before = `n.date_latest < ${cypher.parameter(date.earliest)}`;
  const index = `USING INDEX n:${type}(grade_scale, grade_rank, date_latest)`;
  return `COUNT { MATCH (n:${type}) ${index}${whereClause([nodeWhereToCypher(cypher, 'n', grade), before])} }`;
}

function isGradeOfScale(part: NodeWhere): boolean {
  return (
    part.kind === 'property' &&
    part.property === 'grade' &&
    part.test.kind === 'grade' &&
    part.test.scale !== null &&
    part.test.ranks !== null
  );
}

function beforeTest(parts: readonly NodeWhere[]): DateTest | null {
  for (const part of parts)
    if (part.kind === 'property' && part.property === 'date' && part.test.kind === 'before') return part.test;
  return null;
}
