import { foldText } from '../../schema/fold-text.ts';
import { evidenceId, type StatementId, statementId } from '../../schema/ids.ts';
import type { Evidence, GraphNode, GraphRecords, Statement } from '../../schema/records.ts';
import { supportRanks } from './rank-support.ts';
import { standingStatement } from './settle-standings.ts';

/** Where a statement and its evidence go: to another statement on the same node, or away. */
type Moves = ReadonlyMap<StatementId, Statement | null>;

/**
 * Makes of the names that sources state of an organisation or a region its name and its former names. Names change with
 * time, so that two of them are no dispute: the best supported one stands, and the others become aliases, with their
 * evidence. A node in `named`, whose name a person gave, keeps it.
 */
export function settleNames(records: GraphRecords, named: ReadonlySet<string>): GraphRecords {
  const rankOf = supportRanks(records);
  const statements = statementsOfNames(records.statements);
  const moves = new Map<StatementId, Statement | null>();
  const settled = new Map<string, string>();
  for (const node of records.nodes) {
    const own = statements.get(node.id) ?? [];
    const names = own.filter(({ property, standing }) => property === 'name' && standing !== 'rejected');
    if (names.length === 0) continue;
    const group = { of: node.id, property: 'name', kind: 'text' as const, statements: names };
    const name = named.has(node.id) ? node.properties.name : standingStatement(group, rankOf)?.value;
    settled.set(node.id, String(name));
    for (const statement of own) {
      const move = moveOf(statement, String(name), named.has(node.id));
      if (move !== statement) moves.set(statement.id, move);
    }
  }
  if (settled.size === 0) return records;
  const moved = moveStatements(records, moves);
  const aliases = statementsOfNames(moved.statements);
  return {
    ...moved,
    nodes: records.nodes.map((node) => renamed(node, settled.get(node.id), aliases.get(node.id) ?? [])),
  };
}

/** What becomes of a statement on a name or an alias, once it is settled which name stands. */
function moveOf(statement: Statement, name: string, isGiven: boolean): Statement | null {
  const { of, property, value, standing } = statement;
  if (standing === 'rejected') return statement;
  const isName = value === name;
  // The name that a person gave rests on the evidence of the node; who states the same adds to that alone.
  if (isGiven && property === 'name')
    return foldText(String(value)) === foldText(name) ? null : aliasOf(statement);
  if (isGiven) return statement;
  if (property === 'aliases' && isName)
    return { ...statement, id: statementId(of, 'name', value), property: 'name' };
  return property === 'name' && !isName ? aliasOf(statement) : statement;
}

function aliasOf(statement: Statement): Statement {
  return {
    ...statement,
    id: statementId(statement.of, 'aliases', statement.value),
    property: 'aliases',
    standing: 'stands',
  };
}

/** Evidence follows its statement, and is given its id anew. */
function moveStatements(records: GraphRecords, moves: Moves): GraphRecords {
  const statements = new Map<string, Statement>();
  for (const statement of records.statements) {
    const settled = moves.has(statement.id) ? moves.get(statement.id) : statement;
    if (settled && !statements.has(settled.id)) statements.set(settled.id, settled);
  }
  const evidence = new Map<string, Evidence>();
  for (const piece of records.evidence) {
    const target = moves.get(piece.of as StatementId);
    if (target === null) continue;
    const settled = target ? movedTo(target.id, piece) : piece;
    if (!evidence.has(settled.id)) evidence.set(settled.id, settled);
  }
  return { ...records, statements: [...statements.values()], evidence: [...evidence.values()] };
}

function movedTo(of: StatementId, piece: Evidence): Evidence {
  const { document, locator, basis, explanation } = piece;
  return { ...piece, of, id: evidenceId(of, document, locator, basis, explanation) };
}

function renamed(node: GraphNode, name: string | undefined, statements: readonly Statement[]): GraphNode {
  if (name === undefined) return node;
  const { aliases = [], ...properties } = node.properties;
  const stated = statements
    .filter(({ property, standing }) => property === 'aliases' && standing !== 'rejected')
    .map(({ value }) => String(value));
  const kept = [...new Set([...aliases, ...stated])].filter((alias) => alias !== name);
  return { ...node, properties: { ...properties, name, ...(kept.length > 0 ? { aliases: kept } : {}) } };
}

function statementsOfNames(statements: readonly Statement[]): Map<string, Statement[]> {
  const byNode = new Map<string, Statement[]>();
  for (const statement of statements) {
    if (statement.property !== 'name' && statement.property !== 'aliases') continue;
    const known = byNode.get(statement.of);
    if (known) known.push(statement);
    else byNode.set(statement.of, [statement]);
  }
  return byNode;
}
