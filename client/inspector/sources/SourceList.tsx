import type { NodeId } from '../../../schema/ids.ts';
import type { NodeDetail, RelationshipDetail } from '../../api/detail.ts';
import { NodeButton, type OpenNode } from '../NodeButton.tsx';
import { Section } from '../Section.tsx';
import { Place, sayDocumentKind } from './Citations.tsx';
import { collectSources } from './collect-sources.ts';

interface SourceListProps {
  readonly detail: NodeDetail | RelationshipDetail;
  readonly title?: string;
  readonly onOpen: OpenNode;
  readonly onCite: (id: NodeId) => void;
}

/** All sources of what is inspected, numbered by document, with every place in it. */
export function SourceList({ detail, title = 'Sources', onOpen, onCite }: SourceListProps) {
  const cited = collectSources(detail);
  if (cited.length === 0) return null;
  return (
    <Section title={title}>
      <ol className="source-list">
        {cited.map(({ document, places }) => (
          <li key={document?.id ?? 'outside'}>
            {document ? (
              <>
                <NodeButton id={document.id} onOpen={onOpen}>
                  {document.name}
                </NodeButton>
                <span className="row-note">
                  {sayDocumentKind(document)} ·{' '}
                  <button
                    type="button"
                    className="text-button"
                    aria-label={`Cite ${document.name}`}
                    onClick={() => onCite(document.id)}
                  >
                    cite
                  </button>
                </span>
              </>
            ) : (
              <span>In no document of the graph</span>
            )}
            <ul>
              {places.map((source) => (
                <li key={source.id}>
                  <Place source={source} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Section>
  );
}
