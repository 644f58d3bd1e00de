import type { ReactNode } from 'react';
import type { NodeId } from '../../schema/ids.ts';

/** Opens a node: selects it, and brings it onto the canvas where it is not there yet. */
export type OpenNode = (id: NodeId) => void;

interface NodeButtonProps {
  readonly id: NodeId;
  readonly onOpen: OpenNode;
  readonly children: ReactNode;
}

export function NodeButton({ id, onOpen, children }: NodeButtonProps) {
  return (
    <button type="button" className="text-button" data-node={id} onClick={() => onOpen(id)}>
      {children}
    </button>
  );
}
