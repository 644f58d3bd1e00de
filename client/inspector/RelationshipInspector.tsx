import { ArrowDown, History, Quote } from 'lucide-react';
import { nodeTypes } from '../../schema/node-types.ts';
import { printValue } from '../../schema/print-value.ts';
import { labelProperty } from '../../schema/properties.ts';
import type { GraphNode } from '../../schema/records.ts';
import {
  relationshipPropertiesOf,
  relationshipTypes,
  sayRelationship,
} from '../../schema/relationship-types.ts';
import type { RelationshipDetail } from '../api/detail.ts';
import type { NodeActions } from '../exploration/node-actions.ts';
import { Button } from '../ui/Button.tsx';
import { ShapeIcon } from '../ui/ShapeIcon.tsx';
import './relationship.css';
import { CurateActions } from './CurateActions.tsx';
import { Disputes } from './judgements/Disputes.tsx';
import { Settled } from './judgements/Settled.tsx';
import { NodeButton, type OpenNode } from './NodeButton.tsx';
import { Row, Section } from './Section.tsx';
import { SourceList } from './sources/SourceList.tsx';

interface RelationshipInspectorProps {
  readonly detail: RelationshipDetail;
  readonly actions: NodeActions;
}

/** One relationship, read from its start to its end, with what it rests on. */
export function RelationshipInspector({ detail, actions }: RelationshipInspectorProps) {
  const { record, start, end } = detail;
  const says = sayRelationship(record.type, 'out', record.properties);
  return (
    <article className="inspector" aria-labelledby="inspected-name">
      <header className="inspector-head">
        <p className="inspector-type">
          <span>relationship · {relationshipTypes[record.type].says.forward}</span>
          {record.disputed.length > 0 && <span className="disputed-mark">disputed</span>}
        </p>
        <h2 id="inspected-name" className="visually-hidden">
          {start.record.properties.name} {says} {end.record.properties.name}
        </h2>
        <Joined start={start.record} words={says} end={end.record} onOpen={actions.open} />
      </header>
      <RelationshipBody detail={detail} actions={actions} />
    </article>
  );
}

interface JoinedProps {
  readonly start: GraphNode;
  readonly words: string;
  readonly end: GraphNode;
  readonly onOpen: OpenNode;
}

/** Both ends, with what joins them between. */
export function Joined({ start, words, end, onOpen }: JoinedProps) {
  return (
    <div className="joined">
      <End record={start} onOpen={onOpen} />
      <p className="joined-words">
        <ArrowDown aria-hidden="true" /> {words}
      </p>
      <End record={end} onOpen={onOpen} />
    </div>
  );
}

interface RelationshipBodyProps extends RelationshipInspectorProps {
  /** Follows its headings, and tells them from those of another relationship beside it. */
  readonly of?: string;
}

/** What can be done with a relationship, its facts and its evidence. */
export function RelationshipBody({ detail, actions, of = '' }: RelationshipBodyProps) {
  const { open: onOpen, cite: onCite, changes: onChanges } = actions;
  const { record, said } = detail;
  const onSettle = actions.mayWrite ? (about: string) => actions.settle(record.id, about) : null;
  const says = sayRelationship(record.type, 'out', record.properties);
  const facts = relationshipPropertiesOf(record.type).flatMap((property) => {
    const value = record.properties[property];
    return value === undefined ? [] : [{ property, words: printValue(value) }];
  });
  return (
    <>
      <div className="actions" role="toolbar" aria-label={`What to do with “${says}”`}>
        <Button icon={<Quote />} onClick={() => onCite(record.id)}>
          Cite
        </Button>
        <Button icon={<History />} onClick={() => onChanges(record.id)}>
          Changes
        </Button>
      </div>
      <CurateActions name={`“${says}”`} id={record.id} node={null} actions={actions} />
      <Disputes disputed={record.disputed} said={said} onSettle={onSettle} />
      {facts.length > 0 && (
        <Section title={`Facts${of}`}>
          {facts.map(({ property, words }) => (
            <Row key={property} label={labelProperty(property)}>
              {words}
            </Row>
          ))}
        </Section>
      )}
      <Settled said={said} judgements={[]} onOpen={onOpen} onSettle={onSettle} />
      <SourceList detail={detail} title={`Sources${of}`} onOpen={onOpen} onCite={onCite} />
    </>
  );
}

function End({ record, onOpen }: { readonly record: GraphNode; readonly onOpen: OpenNode }) {
  const { look } = nodeTypes[record.type];
  return (
    <p className="joined-end">
      <ShapeIcon shape={look.shape} tone={`--tone-${look.tone}`} />
      <NodeButton id={record.id} onOpen={onOpen}>
        {record.properties.name}
      </NodeButton>
    </p>
  );
}
