import { evidenceId, type SupportedId, statementId } from '../../../schema/ids.ts';
import type {
  Evidence,
  GraphNode,
  GraphRecords,
  GraphRelationship,
  Statement,
} from '../../../schema/records.ts';
import type { JournalRecord } from '../../store/graph-store.ts';
import { isRelationship } from '../../store/settle-change.ts';
import type { RecordId } from '../asking.ts';

export type NodeGroup = JournalRecord & { readonly record: GraphNode };
export type RelationshipGroup = JournalRecord & { readonly record: GraphRelationship };

export function isRelationshipGroup(group: JournalRecord): group is RelationshipGroup {
  return isRelationship(group.record);
}

export function isNodeGroup(group: JournalRecord): group is NodeGroup {
  return !isRelationship(group.record);
}

/** The records as lists; each with its evidence and statements. */
export function ungroupRecords(groups: Iterable<JournalRecord>): GraphRecords {
  const all = [...groups];
  return {
    nodes: all.filter(isNodeGroup).map(({ record }) => record),
    relationships: all.filter(isRelationshipGroup).map(({ record }) => record),
    evidence: all.flatMap(({ evidence }) => evidence),
    statements: all.flatMap(({ statements }) => statements),
  };
}

/** The group with more evidence; a piece that it has already is kept, and takes words that it lacked. */
export function addEvidence<Group extends JournalRecord>(group: Group, pieces: readonly Evidence[]): Group {
  const byId = new Map(group.evidence.map((piece) => [piece.id, piece]));
  for (const piece of pieces) {
    const known = byId.get(piece.id);
    byId.set(piece.id, known ? { ...known, words: known.words ?? piece.words } : piece);
  }
  return { ...group, evidence: [...byId.values()] };
}

/** The group with one more statement and what it rests on; a statement that it has already keeps its standing. */
export function addStatement<Group extends JournalRecord>(
  group: Group,
  statement: Statement,
  pieces: readonly Evidence[],
): Group {
  const known = group.statements.some(({ id }) => id === statement.id);
  const statements = known ? group.statements : [...group.statements, statement];
  return addEvidence({ ...group, statements }, pieces);
}

/** The same evidence for something else. */
export function moveEvidence(piece: Evidence, of: SupportedId): Evidence {
  const { document, locator, basis, explanation } = piece;
  return { ...piece, of, id: evidenceId(of, document, locator, basis, explanation) };
}

/** The same statement of another record, with its evidence. */
export function moveStatement(
  statement: Statement,
  evidence: readonly Evidence[],
  of: RecordId,
): { readonly statement: Statement; readonly evidence: readonly Evidence[] } {
  const id = statementId(of, statement.property, statement.value);
  return {
    statement: { ...statement, id, of },
    evidence: evidence.filter((piece) => piece.of === statement.id).map((piece) => moveEvidence(piece, id)),
  };
}
