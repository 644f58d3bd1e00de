import { int } from 'neo4j-driver';
import type { NodeType } from '../../../../schema/node-types.ts';
import { nodeTypeNames, nodeTypeRow } from '../../../../schema/node-types.ts';
import { farTypesOf } from '../../../../schema/relationship-types.ts';
import type { NodeWhere } from '../../node-query.ts';
import type { CypherText } from './cypher-text.ts';
import { nodeWhereToCypher } from './where-to-cypher.ts';

/** Types whose names are given, not made, and therefore looked for: they have an index of the text in names. */
const namedTypes: readonly NodeType[] = nodeTypeNames.filter((type) => !nodeTypeRow(type).title);

/** Where few enough names hold the text, a list begins with them. */
const ANCHORS_LIMIT = 2_000;

/** A part of a filter that asks for a text in a name: of the node itself, or at the far end of a relationship. */
export interface TextAnchor {
  readonly part: NodeWhere;
  /** What the test is about, and of which types that is. */
  readonly test: NodeWhere;
  readonly types: readonly NodeType[];
  /** From what was found, `o`, to the node, `n`. */
  readonly path: string;
}

/** The first part that leads to a text in a name; null if there is none. */
export function findTextAnchor(types: readonly NodeType[], parts: readonly NodeWhere[]): TextAnchor | null {
  for (const part of parts) {
    if (isTextTest(part) && types.every((type) => namedTypes.includes(type)))
      return { part, test: part, types, path: '' };
    if (part.kind !== 'related' || part.quantifier !== 'some' || part.self || !part.node) continue;
    const farTypes = farTypesOf(part.relationship, part.direction);
    // What else is asked of the far end would be forgotten.
    if (!isTextTest(part.node) || !farTypes.every((type) => namedTypes.includes(type))) continue;
    const [start, end] = part.direction === 'out' ? ['<-', '-'] : ['-', '->'];
    const path = `MATCH (o)${start}[:${part.relationship}]${end}(n)`;
    return { part, test: part.node, types: farTypes, path };
  }
  return null;
}

/** Binds `n` by the names with the text where they are few enough, and in the order of the list otherwise. */
export function textAnchor(
  cypher: CypherText,
  { test, types, path }: TextAnchor,
  { byWords, byOrder }: { readonly byWords: readonly string[]; readonly byOrder: readonly string[] },
): readonly string[] {
  const [most, over] = [cypher.parameter(int(ANCHORS_LIMIT)), cypher.parameter(int(ANCHORS_LIMIT + 1))];
  return [
    'CALL () {',
    `MATCH (o:${types.join('|')}) WHERE ${nodeWhereToCypher(cypher, 'o', test)}`,
    `WITH o LIMIT ${over} RETURN collect(o) AS os`,
    '}',
    'CALL (os) {',
    `WITH os WHERE size(os) <= ${most}`,
    ...(path === '' ? ['UNWIND os AS n'] : ['UNWIND os AS o', path]),
    ...byWords,
    'RETURN n',
    'UNION',
    // Called, so that nothing of it is done where it is not wanted: the planner would begin with its index otherwise.
    `WITH os WHERE size(os) > ${most}`,
    'CALL () {',
    ...byOrder,
    'RETURN n',
    '}',
    'RETURN n',
    '}',
  ];
}

function isTextTest(where: NodeWhere): boolean {
  if (where.kind !== 'property' || where.property !== 'name') return false;
  return ['contains', 'startsWith', 'eq'].includes(where.test.kind);
}
