import {
  ChevronsDownUp,
  CodeXml,
  EyeOff,
  History,
  ListTree,
  Pin,
  PinOff,
  Plus,
  Quote,
  Route,
  Trash2,
  Waypoints,
} from 'lucide-react';
import { useMemo } from 'react';
import { printCount } from '../../schema/print-count.ts';
import type { GraphNode } from '../../schema/records.ts';
import { makeQuery, playgroundAddress } from '../api/make-query.ts';
import { type NodeActions, sayTogether } from '../exploration/node-actions.ts';
import { Button, IconButton } from '../ui/Button.tsx';

interface ActionsProps {
  readonly record: GraphNode;
  readonly actions: NodeActions;
}

/** The row of buttons under the title. */
export function Actions({ record, actions }: ActionsProps) {
  const { id } = record;
  const query = useMemo(() => playgroundAddress(makeQuery(record)), [record]);
  const { isShown, isPinned, isExpanded, more, together } = actions.standing(id);
  const many = sayTogether(together);
  return (
    <div className="actions" role="toolbar" aria-label={`What to do with ${record.properties.name}`}>
      {isShown ? (
        <>
          <Button
            icon={<Waypoints />}
            title="Bring in what it is related to (E)"
            onClick={() => actions.expand(id)}
          >
            {many === '' && more > 0 ? `Expand ${printCount(more)}` : `Expand${many}`}
          </Button>
          {more > 0 && (
            <IconButton
              label="Choose what to bring in, by relationship"
              icon={<ListTree />}
              onClick={() => actions.choose(id)}
            />
          )}
          {isExpanded && (
            <Button
              icon={<ChevronsDownUp />}
              title="Take away what expanding brought (C)"
              onClick={() => actions.collapse(id)}
            >
              Collapse
            </Button>
          )}
        </>
      ) : (
        <Button look="strong" icon={<Plus />} onClick={() => actions.open(id)}>
          Show on the canvas
        </Button>
      )}
      <Button
        icon={<Route />}
        title="Find how it is connected to another (W)"
        onClick={() => actions.findPath(record)}
      >
        Find path
      </Button>
      <Button icon={<Quote />} title="Copy a citation (Shift C)" onClick={() => actions.cite(id)}>
        Cite
      </Button>
      <a className="button-link button-plain" href={query}>
        <CodeXml aria-hidden="true" />
        Query
      </a>
      <Button icon={<History />} title="Who changed it, when and why (J)" onClick={() => actions.changes(id)}>
        Changes
      </Button>
      {isShown && (
        <span className="actions-icons">
          <IconButton
            label={`${isPinned ? 'Unpin' : 'Pin'}${many || (isPinned ? '' : ' to its place')} (P)`}
            icon={isPinned ? <PinOff /> : <Pin />}
            aria-pressed={isPinned}
            onClick={() => actions.pin(id, !isPinned)}
          />
          <IconButton label={`Hide${many} (H)`} icon={<EyeOff />} onClick={() => actions.hide(id)} />
          <IconButton
            label={`Remove${many} from view, not from the graph (Delete)`}
            icon={<Trash2 />}
            onClick={() => actions.remove(id)}
          />
        </span>
      )}
    </div>
  );
}
