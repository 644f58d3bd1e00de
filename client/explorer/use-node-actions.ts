import { useMemo } from 'react';
import type { NodeId } from '../../schema/ids.ts';
import type { GraphNode } from '../../schema/records.ts';
import { nodesMeant } from '../exploration/command-of-action.ts';
import type { Command } from '../exploration/commands.ts';
import type { Exploration } from '../exploration/exploration.ts';
import type { NodeActions } from '../exploration/node-actions.ts';
import { isVisible, neighboursNotShown } from '../exploration/visible.ts';

/** What is joined where all features meet. */
type AppActions =
  | 'findPath'
  | 'findShared'
  | 'cite'
  | 'link'
  | 'edit'
  | 'settle'
  | 'merge'
  | 'create'
  | 'relate'
  | 'judge'
  | 'delete'
  | 'changes'
  | 'recentChanges'
  | 'mayWrite'
  | 'signIn';

interface NodeActionsOptions {
  readonly exploration: Exploration;
  readonly run: (command: Command) => void;
  readonly open: (id: NodeId) => void;
  readonly expand: (id: NodeId) => void;
  readonly choose: (id: NodeId) => void;
}

/** What can be done with a node, the same from canvas, outline, inspector, menu and keys; paths and citations are joined by the App. */
export function useNodeActions({ exploration, run, open, expand, choose }: NodeActionsOptions) {
  return useMemo(
    (): Omit<NodeActions, AppActions> => ({
      open,
      expand,
      choose,
      collapse: (id) => run({ kind: 'collapse', of: id }),
      hide: (id) => run({ kind: 'hide', ids: nodesMeant(exploration, id) }),
      remove: (id) => run({ kind: 'remove', ids: nodesMeant(exploration, id) }),
      pin: (id, pinned) => run({ kind: 'pin', ids: nodesMeant(exploration, id), pinned }),
      query(id) {
        const record = exploration.nodes.get(id)?.record;
        // The page that it leads to needs the server as well, and that this is gone is said already.
        if (record) openInPlayground(record).catch(() => undefined);
      },
      standing: (id) => ({
        isShown: isVisible(exploration, id),
        isPinned: exploration.pinned.has(id),
        isExpanded: exploration.expansions.has(id),
        together: nodesMeant(exploration, id).length,
        more: neighboursNotShown(exploration, id).reduce((sum, { neighbours }) => sum + neighbours, 0),
      }),
    }),
    [exploration, run, open, expand, choose],
  );
}

async function openInPlayground(record: GraphNode): Promise<void> {
  const { makeQuery, playgroundAddress } = await import('../api/make-query.ts');
  window.location.assign(playgroundAddress(makeQuery(record)));
}
