import { Plus, SearchX, Share2 } from 'lucide-react';
import type { NodeId } from '../../../schema/ids.ts';
import { nodeTypes } from '../../../schema/node-types.ts';
import { printCount } from '../../../schema/print-count.ts';
import { sayFailure } from '../../api/failures.ts';
import type { Exploration } from '../../exploration/exploration.ts';
import { isVisible } from '../../exploration/visible.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice, Placeholder } from '../../ui/Notice.tsx';
import { ShapeIcon } from '../../ui/ShapeIcon.tsx';
import { describeConnection } from './describe-connection.ts';
import './shared.css';
import type { AskedNodes, FoundConnections, SharedConnection } from './shared-connection.ts';
import { joinNames, type Shared } from './use-shared.ts';

interface SharedPanelProps {
  readonly shared: Shared;
  readonly exploration: Exploration;
  readonly onOpen: (id: NodeId) => void;
}

/** What the selected nodes are related to in common, in words and with the sources of each relationship. */
export function SharedPanel({ shared, exploration, onOpen }: SharedPanelProps) {
  const { asked, answer } = shared;
  if (!asked) return null;
  return (
    <div className="shared">
      <h2>{`What ${joinNames(asked.names)} share`}</h2>
      <p className="visually-hidden" role="status">
        {answer.kind === 'loaded' ? sayCount(answer.value) : ''}
      </p>
      <Body {...{ shared, exploration, onOpen, asked }} />
    </div>
  );
}

function Body({ shared, exploration, onOpen, asked }: SharedPanelProps & { readonly asked: AskedNodes }) {
  const { answer, again, show } = shared;
  if (answer.kind === 'loading') return <Placeholder label="Looking for what they share" lines={6} />;
  if (answer.kind === 'failure') {
    const { title, text } = sayFailure(answer.failure);
    return (
      <Notice title={title} icon={<Share2 />} urgent action={<Button onClick={again}>Try again</Button>}>
        {text}
      </Notice>
    );
  }
  const { connections, truncated } = answer.value;
  if (connections.length === 0)
    return (
      <Notice title="They share nothing" icon={<SearchX />}>
        No node of the graph is related to two of them. A path may join them all the same.
      </Notice>
    );
  const names = new Map(asked.ids.map((id, index) => [id, asked.names[index] ?? id]));
  const nameOf = (id: NodeId) => names.get(id) ?? id;
  const isAllShown = connections.every(({ node }) => isVisible(exploration, node.record.id));
  return (
    <>
      <div className="shared-head">
        <p>{sayCount(answer.value)}</p>
        <Button icon={<Plus />} disabled={isAllShown} onClick={() => void show()}>
          {isAllShown ? 'All are on the canvas' : 'Show all on the canvas'}
        </Button>
      </div>
      <ol className="shared-list">
        {connections.map((connection) => (
          <Connection
            key={connection.node.record.id}
            connection={connection}
            of={asked.ids.length}
            nameOf={nameOf}
            onOpen={onOpen}
          />
        ))}
      </ol>
      {truncated && <p className="soft">There are more than these.</p>}
    </>
  );
}

interface ConnectionProps {
  readonly connection: SharedConnection;
  readonly of: number;
  readonly nameOf: (id: NodeId) => string;
  readonly onOpen: (id: NodeId) => void;
}

function Connection({ connection, of, nameOf, onOpen }: ConnectionProps) {
  const { node, connects } = connection;
  const { id, type, properties } = node.record;
  const { look, words } = nodeTypes[type];
  return (
    <li>
      <p className="shared-node">
        <ShapeIcon shape={look.shape} tone={`--tone-${look.tone}`} />
        <span className="visually-hidden">{words.one} </span>
        <button type="button" className="text-button" onClick={() => onOpen(id)}>
          {properties.name}
        </button>
        {of > 2 && <span className="soft">{`${printCount(connects.length)} of ${printCount(of)}`}</span>}
      </p>
      <ul>
        {describeConnection(connection, nameOf).map((relationship) => (
          <li key={relationship.id}>
            {relationship.says} {relationship.farName}
            <span className="shared-sources">{relationship.sources}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}

function sayCount({ connections, truncated }: FoundConnections): string {
  const { length } = connections;
  if (length === 0) return 'They share nothing';
  return `${truncated ? 'More than ' : ''}${printCount(length)} ${length === 1 ? 'node is' : 'nodes are'} related to two or more of them`;
}
