import {
  ChevronsDownUp,
  CodeXml,
  EyeOff,
  ListTree,
  Pin,
  PinOff,
  Route,
  Trash2,
  Waypoints,
} from 'lucide-react';
import type { NodeId } from '../../schema/ids.ts';
import type { GraphNode } from '../../schema/records.ts';
import { makeQuery, playgroundAddress } from '../api/make-query.ts';
import type { NodeActions } from '../exploration/node-actions.ts';
import type { MenuItem } from '../ui/Menu.tsx';

/** What the menu of a node offers: all that its keys do. */
export function nodeMenuItems(id: NodeId, record: GraphNode, actions: NodeActions): readonly MenuItem[] {
  const { isPinned, isExpanded, more } = actions.standing(id);
  return [
    {
      key: 'expand',
      words: more > 0 ? `Expand ${more}` : 'Expand',
      icon: <Waypoints />,
      hint: 'E',
      onChoose: () => actions.expand(id),
    },
    ...(more > 0
      ? [
          {
            key: 'choose',
            words: 'Expand by relationship …',
            icon: <ListTree />,
            onChoose: () => actions.choose(id),
          },
        ]
      : []),
    {
      key: 'path',
      words: 'Find path',
      icon: <Route />,
      hint: 'W',
      onChoose: () => actions.findPath(record),
    },
    ...(isExpanded
      ? [
          {
            key: 'collapse',
            words: 'Collapse',
            icon: <ChevronsDownUp />,
            hint: 'C',
            onChoose: () => actions.collapse(id),
          },
        ]
      : []),
    {
      key: 'pin',
      words: isPinned ? 'Unpin' : 'Pin to its place',
      icon: isPinned ? <PinOff /> : <Pin />,
      hint: 'P',
      onChoose: () => actions.pin(id, !isPinned),
    },
    { key: 'hide', words: 'Hide', icon: <EyeOff />, hint: 'H', onChoose: () => actions.hide(id) },
    {
      key: 'remove',
      words: 'Remove from view',
      icon: <Trash2 />,
      hint: 'Del',
      onChoose: () => actions.remove(id),
    },
    {
      key: 'query',
      words: 'Query in the playground',
      icon: <CodeXml />,
      onChoose: () => window.location.assign(playgroundAddress(makeQuery(record))),
    },
  ];
}
