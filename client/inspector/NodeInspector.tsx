import { nodeTypes } from '../../schema/node-types.ts';
import { printPartialDate } from '../../schema/partial-date.ts';
import type { GraphNode } from '../../schema/records.ts';
import type { NodeDetail } from '../api/detail.ts';
import type { NodeActions } from '../exploration/node-actions.ts';
import { RankChip } from '../ui/RankChip.tsx';
import { ShapeIcon } from '../ui/ShapeIcon.tsx';
import { Actions } from './Actions.tsx';
import { CurateActions } from './CurateActions.tsx';
import { Facts } from './Facts.tsx';
import { DisputedJudgements, Disputes } from './judgements/Disputes.tsx';
import { Judgements } from './judgements/Judgements.tsx';
import { listJudgements, listRejected, listRivals } from './judgements/list-judgements.ts';
import { Settled } from './judgements/Settled.tsx';
import { PostHoldersThen, Posts } from './posts/Posts.tsx';
import { Licence, QuoteBody } from './QuoteBody.tsx';
import { Relations } from './Relations.tsx';
import { Section } from './Section.tsx';
import { SourceList } from './sources/SourceList.tsx';

interface NodeInspectorProps {
  readonly detail: NodeDetail;
  /** How many are selected; this is the last of them. */
  readonly selected: number;
  readonly actions: NodeActions;
}

/** All that the graph says of one node. */
export function NodeInspector({ detail, selected, actions }: NodeInspectorProps) {
  const { record } = detail.node;
  const areas = listJudgements(detail);
  const disputed = [...areas, ...listRivals(detail)].filter(({ isDisputed }) => isDisputed);
  const { open } = actions;
  const onSettle = actions.mayWrite ? (about: string) => actions.settle(record.id, about) : null;
  return (
    <article className="inspector" aria-labelledby="inspected-name">
      {selected > 1 && (
        <p className="soft">
          {selected} are selected; this is the last of them.{' '}
          <button type="button" className="text-button" onClick={actions.findShared}>
            What do these share?
          </button>
        </p>
      )}
      <Head record={record} />
      <Actions record={record} actions={actions} />
      <CurateActions name={record.properties.name} id={record.id} node={record} actions={actions} />
      <DisputedJudgements areas={disputed} onOpen={open} onSettle={onSettle} />
      <Disputes disputed={record.disputed} said={detail.said} onSettle={onSettle} />
      {record.type === 'Quote' ? <QuoteBody detail={detail} onOpen={open} /> : <OwnWords record={record} />}
      <Judgements areas={areas.filter(({ isDisputed }) => !isDisputed)} onOpen={open} />
      {record.type !== 'Inspection' && <Posts detail={detail} onOpen={open} />}
      <Facts detail={detail} />
      <Settled said={detail.said} judgements={listRejected(detail)} onOpen={open} onSettle={onSettle} />
      {record.type === 'Document' && (
        <Section title="Licence">
          <Licence licence={record.properties.licence} attribution={record.properties.attribution} />
        </Section>
      )}
      {record.type === 'Inspection' && <PostHoldersThen detail={detail} onOpen={open} />}
      <Relations detail={detail} onOpen={open} isShown={(id) => actions.standing(id).isShown} />
      {record.properties.note && (
        <Section title="Note">
          <p className="note">{record.properties.note}</p>
        </Section>
      )}
      <SourceList detail={detail} onOpen={open} onCite={actions.cite} />
    </article>
  );
}

function Head({ record: { type, properties, disputed } }: { readonly record: GraphNode }) {
  const { look, words } = nodeTypes[type];
  const { kind, standing, date, grade, label } = properties;
  // An event is named by its kind.
  const sort = [
    words.one,
    type === 'Event' ? null : kind,
    type === 'Document' && standing === 'primary' ? 'primary source' : null,
  ];
  return (
    <header className="inspector-head">
      <p className="inspector-type">
        <ShapeIcon shape={look.shape} tone={`--tone-${look.tone}`} />
        <span>{sort.filter(Boolean).join(' · ')}</span>
        {disputed.length > 0 && <span className="disputed-mark">disputed</span>}
      </p>
      <h2 id="inspected-name" className={type === 'Quote' ? 'visually-hidden' : 'inspector-name'}>
        {properties.name}
      </h2>
      {type === 'Judgement' && label && (
        <p className="inspector-grade">
          <RankChip label={label} rank={grade?.rank} of={grade?.of} isDisputed={disputed.length > 0} />
          {grade ? (
            <span className="soft">
              rank {grade.rank} of {grade.of}
            </span>
          ) : (
            <span className="soft">as printed; no scale has it</span>
          )}
        </p>
      )}
      {type === 'Inspection' ? (
        <p className="inspector-date">{sayInspectionDates(properties)}</p>
      ) : (
        date && type !== 'Quote' && <p className="inspector-date">{printPartialDate(date)}</p>
      )}
    </header>
  );
}

/** “2 February 2018 – published 28 March 2018”. */
function sayInspectionDates({ startedOn, endedOn, publishedOn, date }: GraphNode['properties']): string {
  const stretch = [startedOn, endedOn].filter((day) => day !== undefined).map(printPartialDate);
  const parts = [
    [...new Set(stretch)].join(' to '),
    publishedOn ? `published ${printPartialDate(publishedOn)}` : '',
  ];
  const said = parts.filter(Boolean).join(' – ');
  return said || (date ? printPartialDate(date) : 'no date is known');
}

/** Findings, recommendations and events say something in a sentence of ours. */
function OwnWords({ record: { type, properties } }: { readonly record: GraphNode }) {
  const { text } = properties;
  if (!text || !['Finding', 'Recommendation', 'Event'].includes(type)) return null;
  return <p className="own-words">{text}</p>;
}
