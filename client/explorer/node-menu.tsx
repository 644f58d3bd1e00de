import {
  ChevronsDownUp,
  CodeXml,
  Combine,
  EyeOff,
  History,
  Link,
  ListTree,
  Merge,
  PenLine,
  Pin,
  PinOff,
  Quote,
  Route,
  Trash2,
  Waypoints,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { NodeId } from '../../schema/ids.ts';
import { printCount } from '../../schema/print-count.ts';
import type { GraphNode } from '../../schema/records.ts';
import { type ExplorerAction, hintOf } from '../exploration/actions.ts';
import { type NodeActions, sayLinking, sayTogether } from '../exploration/node-actions.ts';
import type { MenuItem } from '../ui/Menu.tsx';

/** What the menu of a node offers: each item is an action that has a key, too. */
export function nodeMenuItems(id: NodeId, record: GraphNode, actions: NodeActions): readonly MenuItem[] {
  const { isPinned, isExpanded, more, together } = actions.standing(id);
  return [
    item('expand', sayExpand(more, together), <Waypoints />, () => actions.expand(id)),
    ...(more > 0 ? [item('choose', 'Expand by relationship …', <ListTree />, () => actions.choose(id))] : []),
    item('findPath', 'Find path', <Route />, () => actions.findPath(record)),
    ...(together > 1 ? [item('findShared', 'What do these share?', <Combine />, actions.findShared)] : []),
    ...(isExpanded ? [item('collapse', 'Collapse', <ChevronsDownUp />, () => actions.collapse(id))] : []),
    item('pin', sayPin(isPinned, together), isPinned ? <PinOff /> : <Pin />, () =>
      actions.pin(id, !isPinned),
    ),
    item('hide', `Hide${sayTogether(together)}`, <EyeOff />, () => actions.hide(id)),
    item('remove', `Remove${sayTogether(together)} from view`, <Trash2 />, () => actions.remove(id)),
    ...(actions.mayWrite === false
      ? []
      : [
          item('edit', 'Edit the facts', <PenLine />, () => actions.edit(id)),
          ...(together === 2 ? [item('merge', 'Merge these two', <Merge />, () => actions.merge(id))] : []),
          item('link', sayLinking(record), <Link />, () => actions.link(record)),
        ]),
    item('cite', 'Cite', <Quote />, () => actions.cite(id)),
    item('changes', 'Changes', <History />, () => actions.changes(id)),
    item('query', 'Query in the playground', <CodeXml />, () => actions.query(id)),
  ];
}

function item(action: ExplorerAction, words: string, icon: ReactNode, onChoose: () => void): MenuItem {
  return { key: action, words, icon, hint: hintOf(action), onChoose };
}

function sayPin(isPinned: boolean, together: number): string {
  if (isPinned) return `Unpin${sayTogether(together)}`;
  return together > 1 ? `Pin ${together} nodes to their places` : 'Pin to its place';
}

function sayExpand(more: number, together: number): string {
  return together === 1 && more > 0 ? `Expand ${printCount(more)}` : `Expand${sayTogether(together)}`;
}
