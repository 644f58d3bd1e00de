import { Scale } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Said } from '../../api/detail.ts';
import { Button } from '../../ui/Button.tsx';
import { RankChip } from '../../ui/RankChip.tsx';
import { listDisputes } from '../list-facts.ts';
import { NodeButton, type OpenNode } from '../NodeButton.tsx';
import { Place, SourceLabels } from '../sources/Citations.tsx';
import type { JudgedArea } from './list-judgements.ts';

interface DisputesProps {
  readonly disputed: readonly string[];
  readonly said: readonly Said[];
  /** Settles what is named; null where who is here may not. */
  readonly onSettle: Settle | null;
}

/** Begins to settle a question: a property, or `judgement` with an area. */
export type Settle = (about: string) => void;

/** What sources disagree on, property by property, with every side that is not rejected. */
export function Disputes({ disputed, said, onSettle }: DisputesProps) {
  return listDisputes(disputed, said).map(({ property, label, sides }) => (
    <DisputeBox key={property} about={label} onSettle={onSettle && (() => onSettle(property))}>
      {sides.map((side) => (
        <li key={side.id} className="dispute-side">
          <span className="dispute-value">{side.words}</span>
          <SourceLabels sources={side.sources} />
          {side.standing === 'stands' && <span className="dispute-standing">shown on the record</span>}
          {side.sources.map((source) => (
            <p key={source.id} className="dispute-why">
              <Place source={source} />
            </p>
          ))}
        </li>
      ))}
    </DisputeBox>
  ));
}

/** Judgements of one inspection and area that contradict each other. */
export function DisputedJudgements({
  areas,
  onOpen,
  onSettle,
}: {
  readonly areas: readonly JudgedArea[];
  readonly onOpen: OpenNode;
  readonly onSettle: Settle | null;
}) {
  return areas.map(({ area, judgements }) => (
    <DisputeBox
      key={area}
      about={area === 'overall' ? 'the overall grade' : area}
      onSettle={onSettle && (() => onSettle(`judgement ${area}`))}
    >
      {judgements.map(({ node: { record }, sources }) => (
        <li key={record.id} className="dispute-side">
          <NodeButton id={record.id} onOpen={onOpen}>
            <RankChip
              label={record.properties.label ?? 'no grade'}
              rank={record.properties.grade?.rank}
              of={record.properties.grade?.of}
            />
          </NodeButton>
          <SourceLabels sources={sources} />
        </li>
      ))}
    </DisputeBox>
  ));
}

interface DisputeBoxProps {
  readonly about: string;
  readonly onSettle: (() => void) | null;
  readonly children: ReactNode;
}

function DisputeBox({ about, onSettle, children }: DisputeBoxProps) {
  return (
    <section className="dispute" aria-label={`Disputed: ${about}`}>
      <h3>The sources disagree on {about}</h3>
      <ul>{children}</ul>
      {onSettle && (
        <Button icon={<Scale />} title="Say which of them stands, and why (D)" onClick={onSettle}>
          Settle
        </Button>
      )}
    </section>
  );
}
