import type { Evidence, Statement } from '../../../../schema/records.ts';
import { missingFrom } from '../../fresh-support.ts';
import type { JournalItem, JournalRecord } from '../../graph-store.ts';
import { type Connection, isConstraintError, type SqlValue } from '../connection.ts';
import { listOf } from '../reads/reading.ts';
import { evidenceColumns, statementColumns } from '../values.ts';

/** What breaks a rule of the tables that no lookup showed; carried out of the transaction, which it rolls back. */
export class ConstraintBroken extends Error {
  override readonly name = 'ConstraintBroken';
  readonly record: string;
  constructor(record: string, cause: unknown) {
    super(`the id “${record}” belongs to another record`, { cause });
    this.record = record;
  }
}

/**
 * Removes evidence and statements that records no longer have, or have otherwise. What stays the same is not touched:
 * a record that gains a piece of evidence may have many.
 */
export function removeStaleSupport(connection: Connection, items: readonly JournalItem[]): void {
  const evidence: string[] = [];
  const statements: string[] = [];
  for (const { before, after } of items) {
    if (!before) continue;
    for (const { id } of missingFrom(after?.evidence, before.evidence)) evidence.push(id);
    for (const { id } of missingFrom(after?.statements, before.statements)) statements.push(id);
  }
  remove(connection, 'evidence', evidence);
  remove(connection, 'statement', statements);
}

/** Adds evidence and statements that the put records have anew, or otherwise. Throws ConstraintBroken. */
export function putFreshSupport(
  connection: Connection,
  put: readonly JournalRecord[],
  items: readonly JournalItem[],
): void {
  const before = new Map(items.map((item) => [item.record as string, item.before]));
  for (const { record, statements } of put)
    for (const one of missingFrom(before.get(record.id)?.statements, statements))
      putStatement(connection, one);
  for (const { record, evidence } of put)
    for (const one of missingFrom(before.get(record.id)?.evidence, evidence)) putEvidence(connection, one);
}

function remove(connection: Connection, table: 'evidence' | 'statement', ids: readonly string[]): void {
  if (ids.length === 0) return;
  connection.run(`DELETE FROM ${table} WHERE id IN (SELECT value FROM json_each(?1))`, [listOf(ids)]);
}

const putStatementSql = `INSERT INTO statement (${statementColumns.join(', ')}) VALUES (?1, ?2, ?3, ?4, ?5, ?6)`;
const putEvidenceSql = `INSERT INTO evidence (${evidenceColumns.join(', ')}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`;

function putStatement(connection: Connection, statement: Statement): void {
  const { id, of, property, value, standing, reason } = statement;
  insertOnce(connection, id, putStatementSql, [id, of, property, JSON.stringify(value), standing, reason]);
}

function putEvidence(connection: Connection, evidence: Evidence): void {
  const values = evidenceColumns.map((column) => evidence[column]);
  insertOnce(connection, evidence.id, putEvidenceSql, values);
}

/** The only breach left here is an id that a record outside the change has. */
function insertOnce(connection: Connection, id: string, sql: string, values: readonly SqlValue[]): void {
  try {
    connection.run(sql, values);
  } catch (error) {
    throw isConstraintError(error) ? new ConstraintBroken(id, error) : error;
  }
}
