import { type NodeId, parseNodeId } from '../../../schema/ids.ts';
import { type NodeType, nodeTypes } from '../../../schema/node-types.ts';

/** A node that was picked for a form: as much of it as the form shows. */
export interface Picked {
  readonly id: NodeId;
  readonly type: NodeType;
  readonly name: string;
}

/** The picked node out of a kept draft; null where it is none. */
function readPicked(kept: unknown): Picked | null {
  const { id, type, name }: Partial<Record<keyof Picked, unknown>> = isObject(kept) ? kept : {};
  const known = typeof id === 'string' ? parseNodeId(id) : null;
  if (!known || typeof type !== 'string' || typeof name !== 'string' || !(type in nodeTypes)) return null;
  return { id: known, type: type as NodeType, name };
}

export function readPickedList(kept: unknown): readonly Picked[] {
  return Array.isArray(kept) ? kept.flatMap((each) => readPicked(each) ?? []) : [];
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
