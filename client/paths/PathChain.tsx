import type { NodeId } from '../../schema/ids.ts';
import { nodeTypes } from '../../schema/node-types.ts';
import { ShapeIcon } from '../ui/ShapeIcon.tsx';
import type { DescribedPath } from './describe-path.ts';

interface PathChainProps {
  readonly links: DescribedPath['links'];
  readonly onOpen: (id: NodeId) => void;
}

/** A path as a chain to be read downwards; each node opens its details. */
export function PathChain({ links, onOpen }: PathChainProps) {
  return (
    <ol className="path-chain">
      {links.map(({ node, name, says }) => {
        const { look, words } = nodeTypes[node.type];
        return (
          <li key={node.id} className="path-link">
            <span className="path-node">
              <ShapeIcon shape={look.shape} tone={`--tone-${look.tone}`} />
              <span className="visually-hidden">{words.one} </span>
              <button
                type="button"
                className={
                  node.type === 'Quote' ? 'text-button path-name path-quote' : 'text-button path-name'
                }
                onClick={() => onOpen(node.id)}
              >
                {name}
              </button>
            </span>{' '}
            {says !== null && (
              <span className="path-says">
                {says} <span aria-hidden="true">→</span>
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
