import { Eraser, Link, Merge, PenLine, Plus, Scale, Spline } from 'lucide-react';
import type { NodeId, RelationshipId } from '../../schema/ids.ts';
import type { GraphNode } from '../../schema/records.ts';
import { type NodeActions, sayLinking } from '../exploration/node-actions.ts';
import { Button, IconButton } from '../ui/Button.tsx';

interface CurateActionsProps {
  /** How the record is called for a screen reader. */
  readonly name: string;
  readonly id: NodeId | RelationshipId;
  /** Null for a relationship. */
  readonly node: GraphNode | null;
  readonly actions: NodeActions;
}

/** What a curator can do with the record; who only reads is told how to become one. */
export function CurateActions({ name, id, node, actions }: CurateActionsProps) {
  if (actions.mayWrite === null) return null;
  if (!actions.mayWrite)
    return (
      <p className="sign-in-way">
        Is something wrong or missing?{' '}
        <button type="button" className="text-button" onClick={actions.signIn}>
          Sign in to put it right
        </button>
      </p>
    );
  return (
    <div className="actions" role="toolbar" aria-label={`Change ${name} in the graph`}>
      <Button
        icon={<PenLine />}
        title="Edit the facts, with their sources (I)"
        onClick={() => actions.edit(id)}
      >
        Edit
      </Button>
      {node && (
        <Button icon={<Link />} title={`${sayLinking(node)} (L)`} onClick={() => actions.link(node)}>
          {node.type === 'Quote' ? 'Link' : 'Add quote'}
        </Button>
      )}
      {node?.type === 'Inspection' && (
        <Button
          icon={<Scale />}
          title="Record what a source says that it found on one area (G)"
          onClick={() => actions.judge(node.id)}
        >
          Judgement
        </Button>
      )}
      {node && (
        <>
          <Button
            icon={<Spline />}
            title="Relate it to another, with a source (Shift L)"
            onClick={() => actions.relate(node.id)}
          >
            Relate
          </Button>
          <Button
            icon={<Merge />}
            title="Merge it with another that stands for the same thing (M)"
            onClick={() => actions.merge(node.id)}
          >
            Merge
          </Button>
        </>
      )}
      <IconButton label="Add an entity to the graph (Shift I)" icon={<Plus />} onClick={actions.create} />
      <IconButton
        label={`Delete ${node ? 'it' : 'this relationship'} from the graph, for everybody (Shift Del)`}
        icon={<Eraser />}
        onClick={() => actions.delete(id)}
      />
    </div>
  );
}
