import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { NodeId } from '../../schema/ids.ts';
import type { Command } from '../exploration/commands.ts';
import type { Exploration } from '../exploration/exploration.ts';
import type { NodeActions } from '../exploration/node-actions.ts';
import { isVisible, neighboursNotShown } from '../exploration/visible.ts';

interface NodeActionsOptions {
  readonly exploration: Exploration;
  readonly run: (command: Command) => void;
  readonly open: (id: NodeId) => void;
  readonly expand: (id: NodeId) => void;
  readonly choose: (id: NodeId) => void;
}

/** What can be done with a node, the same from canvas, outline, inspector, menu and keys; paths are joined by the App. */
export function useNodeActions({ exploration, run, open, expand, choose }: NodeActionsOptions) {
  const actions: Omit<NodeActions, 'findPath'> = useMemo(
    () => ({
      open,
      expand,
      choose,
      collapse: (id) => run({ kind: 'collapse', of: id }),
      hide: (id) => run({ kind: 'hide', ids: [id] }),
      remove: (id) => run({ kind: 'remove', ids: [id] }),
      pin: (id, pinned) => run({ kind: 'pin', ids: [id], pinned }),
      standing: (id) => ({
        isShown: isVisible(exploration, id),
        isPinned: exploration.pinned.has(id),
        isExpanded: exploration.expansions.has(id),
        more: neighboursNotShown(exploration, id).reduce((sum, { neighbours }) => sum + neighbours, 0),
      }),
    }),
    [exploration, run, open, expand, choose],
  );
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  /** Does what the key stands for; tells whether it stands for anything. */
  const actByKey = useCallback((id: NodeId, key: string): boolean => {
    const { current } = latest;
    switch (key.length === 1 ? key.toLowerCase() : key) {
      case 'e':
        current.expand(id);
        return true;
      case 'c':
        current.collapse(id);
        return true;
      case 'h':
        current.hide(id);
        return true;
      case 'p':
        current.pin(id, !current.standing(id).isPinned);
        return true;
      case 'Delete':
        current.remove(id);
        return true;
      default:
        return false;
    }
  }, []);
  return { actions, actByKey };
}
