import { useState } from 'react';
import type { NodeId } from '../../schema/ids.ts';
import { nodeTypes } from '../../schema/node-types.ts';
import { printPartialDate } from '../../schema/partial-date.ts';
import { printCount } from '../../schema/print-count.ts';
import type { GraphNode } from '../../schema/records.ts';
import type { Neighbour, NodeDetail } from '../api/detail.ts';
import { RankChip } from '../ui/RankChip.tsx';
import { ShapeIcon } from '../ui/ShapeIcon.tsx';
import { listRelations, type RelationGroup } from './list-relations.ts';
import { NodeButton, type OpenNode } from './NodeButton.tsx';
import { Section } from './Section.tsx';
import { Cited } from './sources/Citations.tsx';

interface RelationsProps {
  readonly detail: NodeDetail;
  readonly onOpen: OpenNode;
  /** Whether a node is on the canvas already. */
  readonly isShown: (id: NodeId) => boolean;
}

/** Everything that the node is related to, grouped by how. */
export function Relations({ detail, onOpen, isShown }: RelationsProps) {
  return (
    <>
      {listRelations(detail).map((group) => (
        <Group key={group.key} group={group} onOpen={onOpen} isShown={isShown} />
      ))}
      {!detail.isWhole && <p className="soft">The first 100 relationships are listed.</p>}
    </>
  );
}

/** Longer groups are cut, and opened by a button. */
const SHOWN_AT_FIRST = 8;

function Group({
  group: { words, neighbours },
  onOpen,
  isShown,
}: { readonly group: RelationGroup } & Pick<RelationsProps, 'onOpen' | 'isShown'>) {
  const [isOpen, setOpen] = useState(false);
  const listed = isOpen ? neighbours : neighbours.slice(0, SHOWN_AT_FIRST);
  return (
    <Section title={`${words.charAt(0).toUpperCase()}${words.slice(1)}`}>
      <ul className="relations">
        {listed.map((neighbour) => (
          <Relation
            key={neighbour.id}
            neighbour={neighbour}
            onOpen={onOpen}
            isShown={isShown(neighbour.node.record.id)}
          />
        ))}
      </ul>
      {neighbours.length > listed.length && (
        <button type="button" className="text-button" onClick={() => setOpen(true)}>
          {printCount(neighbours.length - listed.length)} more
        </button>
      )}
    </Section>
  );
}

interface RelationProps {
  readonly neighbour: Neighbour;
  readonly onOpen: OpenNode;
  readonly isShown: boolean;
}

function Relation({ neighbour: { node, sources, properties }, onOpen, isShown }: RelationProps) {
  const { record } = node;
  const { look } = nodeTypes[record.type];
  return (
    <li className="relation" data-shown={isShown || undefined}>
      <ShapeIcon shape={look.shape} tone={`--tone-${look.tone}`} size={12} />
      <Cited sources={sources}>
        <NodeButton id={record.id} onOpen={onOpen}>
          <span className={record.type === 'Quote' ? 'relation-quote' : undefined}>
            {record.properties.name}
          </span>
        </NodeButton>
        <RelationNote record={record} note={[properties.locator].filter(Boolean).join()} />
        {!isShown && <span className="visually-hidden"> (not on the canvas)</span>}
      </Cited>
    </li>
  );
}

function RelationNote({ record, note }: { readonly record: GraphNode; readonly note: string }) {
  const { grade, label, date, kind } = record.properties;
  if (record.type === 'Judgement' && label)
    return (
      <span className="row-note">
        <RankChip label={label} rank={grade?.rank} of={grade?.of} />
      </span>
    );
  const words = [record.type === 'Inspection' ? kind : null, date && printPartialDate(date), note];
  const shown = words.filter(Boolean).join(' · ');
  return shown === '' ? null : <span className="row-note">{shown}</span>;
}
