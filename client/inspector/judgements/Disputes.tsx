import type { ReactNode } from 'react';
import type { Said } from '../../api/detail.ts';
import { RankChip } from '../../ui/RankChip.tsx';
import { listDisputes } from '../list-facts.ts';
import { NodeButton, type OpenNode } from '../NodeButton.tsx';
import { Place, SourceLabels } from '../sources/Citations.tsx';
import type { JudgedArea } from './list-judgements.ts';

interface DisputesProps {
  readonly disputed: readonly string[];
  readonly said: readonly Said[];
}

/** What sources disagree on, property by property, with every side that is not rejected. */
export function Disputes({ disputed, said }: DisputesProps) {
  return listDisputes(disputed, said).map(({ property, label, sides }) => (
    <DisputeBox key={property} about={label}>
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
}: {
  readonly areas: readonly JudgedArea[];
  readonly onOpen: OpenNode;
}) {
  return areas.map(({ area, judgements }) => (
    <DisputeBox key={area} about={area === 'overall' ? 'the overall grade' : area}>
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

function DisputeBox({ about, children }: { readonly about: string; readonly children: ReactNode }) {
  return (
    <section className="dispute" aria-label={`Disputed: ${about}`}>
      <h3>The sources disagree on {about}</h3>
      <ul>{children}</ul>
    </section>
  );
}
