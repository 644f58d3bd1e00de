import { createHash } from 'node:crypto';
import type { Position } from '../../store/node-query.ts';
import { fail } from '../failures.ts';

/**
 * A short mark of a list: what it reads, its filters and its order. A cursor carries it, so that a cursor of
 * another list is refused and not read as a place in this one.
 */
export function fingerprintOf(list: unknown): string {
  return createHash('sha256').update(JSON.stringify(list)).digest('base64url').slice(0, 10);
}

/** The opaque text that stands for a position in a list. */
export function writeCursor(position: Position, fingerprint: string): string {
  return Buffer.from(JSON.stringify([fingerprint, ...position]), 'utf8').toString('base64url');
}

/** The position that a cursor stands for; a text that is none, or is another list's, fails with BAD_CURSOR. */
export function readCursor(cursor: string, fingerprint: string): Position {
  const [mark, ...position] = parseCursor(cursor);
  if (mark !== fingerprint) {
    fail('BAD_CURSOR', 'The cursor belongs to another list, order or filter; begin without a cursor.');
  }
  return position;
}

function parseCursor(cursor: string): readonly (string | number | null)[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parsed) && parsed.every(isPart)) return parsed;
  } catch {
    // Text that is no JSON is refused below, like JSON of another shape.
  }
  return fail('BAD_CURSOR', `“${cursor.slice(0, 60)}” is not a cursor of this API.`);
}

function isPart(part: unknown): part is string | number | null {
  return part === null || typeof part === 'string' || typeof part === 'number';
}
