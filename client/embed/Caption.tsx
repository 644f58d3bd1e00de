import { X } from 'lucide-react';
import { type NodeId, parseNodeId, parseRelationshipId } from '../../schema/ids.ts';
import { nodeTypes } from '../../schema/node-types.ts';
import { printPartialDate } from '../../schema/partial-date.ts';
import { sayRelationship } from '../../schema/relationship-types.ts';
import type { Source } from '../api/detail.ts';
import { type Inspected, useDetail } from '../api/use-detail.ts';
import type { Exploration } from '../exploration/exploration.ts';
import { IconButton } from '../ui/Button.tsx';

interface CaptionProps {
  readonly exploration: Exploration;
  readonly onClose: () => void;
}

/** More documents than this would cover the view; the page of the node has them all. */
const DOCUMENTS = 4;

/** What is selected, in a few lines, with the documents that it rests on. */
export function Caption({ exploration, onClose }: CaptionProps) {
  const inspected = whatIsSelected(exploration.selection.at(-1));
  const { state } = useDetail(inspected);
  const words = sayInspected(exploration, inspected);
  if (!words) return null;
  const sources = state.kind === 'node' || state.kind === 'relationship' ? state.detail.sources : null;
  return (
    <section className="card embed-caption" aria-label="What is selected" aria-live="polite">
      <IconButton label="Close" icon={<X />} onClick={onClose} />
      <h1>{words.title}</h1>
      <p>{words.says}</p>
      {state.kind === 'loading' && <p>Fetching its sources …</p>}
      {state.kind === 'failure' && <p>Its sources cannot be fetched.</p>}
      {sources && <Documents sources={sources} />}
      {state.kind === 'node' && (
        <p>
          <a href={new URL(state.detail.url, window.location.href).pathname} target="_blank" rel="noopener">
            All that is known of it
          </a>
        </p>
      )}
    </section>
  );
}

function Documents({ sources }: { readonly sources: readonly Source[] }) {
  const documents = new Map(
    sources.flatMap((source) => (source.document ? [[source.document.id, source] as const] : [])),
  );
  const shown = [...documents.values()].slice(0, DOCUMENTS);
  if (shown.length === 0) return null;
  return (
    <ul aria-label="Sources">
      {shown.map(({ document, locator }) => (
        <li key={document?.id}>
          {document?.name}
          {locator ? `, ${locator}` : ''}
        </li>
      ))}
      {documents.size > DOCUMENTS && <li>and {documents.size - DOCUMENTS} more</li>}
    </ul>
  );
}

function whatIsSelected(last: string | undefined): Inspected {
  const node = parseNodeId(last ?? '');
  if (node) return { kind: 'node', id: node };
  const relationship = parseRelationshipId(last ?? '');
  return relationship ? { kind: 'relationship', id: relationship } : { kind: 'nothing' };
}

function sayInspected(
  { nodes, relationships }: Exploration,
  inspected: Inspected,
): { readonly title: string; readonly says: string } | null {
  const nameOf = (id: NodeId) => nodes.get(id)?.record.properties.name ?? id;
  if (inspected.kind === 'node') {
    const record = nodes.get(inspected.id)?.record;
    if (!record) return null;
    const { name, date, text, label } = record.properties;
    const parts = [
      nodeTypes[record.type].words.one,
      date && printPartialDate(date),
      label,
      text && `“${text}”`,
    ];
    return { title: name, says: parts.filter(Boolean).join(' · ') };
  }
  const record = inspected.kind === 'relationship' ? relationships.get(inspected.id)?.record : undefined;
  if (!record) return null;
  const says = sayRelationship(record.type, 'out', record.properties);
  return {
    title: `${nameOf(record.from)} – ${nameOf(record.to)}`,
    says: `${nameOf(record.from)} ${says} ${nameOf(record.to)}`,
  };
}
