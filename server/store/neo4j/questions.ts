import { int } from 'neo4j-driver';
import { compareKeys } from '../../../schema/fold-text.ts';
import type { NodeId, RelationshipId } from '../../../schema/ids.ts';
import type { NodeType } from '../../../schema/node-types.ts';
import { isNearWord, mayBeMisspelt } from '../../../schema/one-edit.ts';
import { type RelationshipType, relationshipTypeNames } from '../../../schema/relationship-types.ts';
import type {
  Adjacency,
  AdjacencyQuestion,
  FacetCount,
  FacetDimension,
  FacetQuestion,
  SearchCandidates,
  SearchQuestion,
} from '../graph-store.ts';
import { SEARCH_INDEX } from './migrations.ts';
import { newCypherText } from './plan/cypher-text.ts';
import type { Query } from './plan/plan-to-cypher.ts';
import { nodeWhereToCypher, whereClause } from './plan/where-to-cypher.ts';
import { type Row, rowToNode, typeToken } from './values.ts';

/** Finds candidates by the full-text index, in which the words and the type of a node are terms. */
export function searchQuery({ words, match, types, limit }: SearchQuestion): Query {
  const terms = words.map((word) => {
    const escaped = escapeTerm(word);
    return match === 'nearby' && mayBeMisspelt(word) ? `+(${escaped}* ${escaped}~1)` : `+${escaped}*`;
  });
  if (types) terms.push(`+(${types.map((type) => escapeTerm(typeToken(type))).join(' ')})`);
  return {
    text:
      'CALL db.index.fulltext.queryNodes($index, $terms, {limit: $limit}) YIELD node ' +
      'RETURN labels(node) AS labels, node {.*} AS node',
    parameters: { index: SEARCH_INDEX, terms: terms.join(' '), limit: int(rowsAsked(match, limit)) },
  };
}

/** What the index brought, held against the rule that both stores share. */
export function searchAnswer(
  { words, match, limit }: SearchQuestion,
  rows: readonly Row[],
): SearchCandidates {
  const nodes = rows.flatMap(({ labels, node }) => {
    const row = node as Row;
    const tokens = String(row.search_tokens).split(' ');
    const fits = (word: string, token: string) =>
      match === 'nearby' ? isNearWord(word, token) : token.startsWith(word);
    return words.every((word) => tokens.some((token) => fits(word, token)))
      ? [rowToNode(labels as readonly string[], row)]
      : [];
  });
  const truncated = nodes.length > limit || rows.length === rowsAsked(match, limit);
  return { nodes: nodes.slice(0, limit), truncated };
}

/** The index finds a little more near words than the rule lets through, so more than one over is asked for. */
function rowsAsked(match: SearchQuestion['match'], limit: number): number {
  return match === 'nearby' ? 2 * limit + 1 : limit + 1;
}

/** Words hold letters and digits only; whatever else one may hold is never read as syntax. */
function escapeTerm(term: string): string {
  return term.replace(/[^\p{L}\p{N}]/gu, (character) => `\\${character}`);
}

export function adjacencyQuery({ of, types, among, limit }: AdjacencyQuestion): Query {
  const followed = types ?? relationshipTypeNames;
  const far = among ? 'm.id IN $of' : 'true';
  const ends = 'startNode(r).id AS start, endNode(r).id AS end';
  return {
    text:
      `UNWIND $of AS id MATCH (n:Entity {id: id})-[r${followed.length > 0 ? `:${followed.join('|')}` : ''}]-(m) ` +
      `WHERE ${followed.length > 0 ? far : 'false'} ` +
      `WITH DISTINCT r, r.id AS id ORDER BY id LIMIT $limit RETURN id, type(r) AS type, ${ends}`,
    parameters: { of: [...new Set(of)], limit: int(limit + 1) },
  };
}

export function adjacencyAnswer({ limit }: AdjacencyQuestion, rows: readonly Row[]): Adjacency {
  const relationships = rows.slice(0, limit).map(({ id, type, start, end }) => ({
    id: id as RelationshipId,
    type: type as RelationshipType,
    from: start as NodeId,
    to: end as NodeId,
  }));
  return { relationships, truncated: rows.length > limit };
}

export function nodeIdsQuery(question: {
  readonly types: readonly NodeType[] | null;
  readonly after: NodeId | null;
  readonly limit: number;
}): Query {
  const { types, after, limit } = question;
  const conditions = [`n.id > $after`, ...(types ? [labelTest('n', types)] : [])];
  return {
    text: `MATCH (n:Entity)${whereClause(conditions)} RETURN n.id AS id ORDER BY id LIMIT $limit`,
    parameters: { after: after ?? '', limit: int(limit) },
  };
}

/** Counts by all dimensions in one query, a part for each. */
export function facetsQuery({ ids, types, where, by }: FacetQuestion): Query {
  const cypher = newCypherText();
  const conditions = [
    ...(ids ? [`n.id IN ${cypher.parameter(ids)}`] : []),
    ...(types ? [labelTest('n', types)] : []),
    ...(where ? [nodeWhereToCypher(cypher, 'n', where)] : []),
  ];
  const match = `MATCH (n:Entity)${whereClause(conditions)}`;
  const parts = by.map(
    (dimension) =>
      `${match} ${facetParts[dimension]} WITH key, counted WHERE key IS NOT NULL ` +
      `RETURN '${dimension}' AS by, key, count(*) AS count, ` +
      'sum(CASE WHEN counted.isDisputed THEN 1 ELSE 0 END) AS disputed',
  );
  return {
    text: parts.join('\nUNION ALL\n') || 'UNWIND [] AS by RETURN by',
    parameters: cypher.parameters,
  };
}

export function facetsAnswer({ by }: FacetQuestion, rows: readonly Row[]): readonly FacetCount[] {
  const counts = rows as unknown as readonly FacetCount[];
  return [...counts].sort(
    (a, b) => by.indexOf(a.by) - by.indexOf(b.by) || b.count - a.count || compareKeys(a.key, b.key),
  );
}

/** From the node `n` to one row for each key under which it, or a relationship of it, is counted. */
const facetParts: Record<FacetDimension, string> = {
  type: "WITH n AS counted, [label IN labels(n) WHERE label <> 'Entity'] AS types WITH counted, types[0] AS key",
  kind: 'WITH n AS counted, n.kind AS key',
  grade:
    "WITH n AS counted WHERE n:Judgement AND (n.standing = 'stands' OR n.isDisputed) " +
    'WITH counted, CASE WHEN counted.grade_rank IS NOT NULL ' +
    "THEN counted.grade_scale + '#' + toString(toInteger(counted.grade_rank)) " +
    "ELSE 'none#' + counted.label END AS key",
  year: 'WITH n AS counted, left(n.date_earliest, 4) AS key',
  document:
    'CALL (n) { MATCH (e:_Evidence {of: n.id}) RETURN DISTINCT e.document AS key } WITH n AS counted, key',
  relationship: `MATCH (n)-[r:${relationshipTypeNames.join('|')}]-() WITH DISTINCT r AS counted WITH counted, type(counted) AS key`,
};

function labelTest(variable: string, types: readonly NodeType[]): string {
  return types.length > 0 ? `${variable}:${types.join('|')}` : 'false';
}
