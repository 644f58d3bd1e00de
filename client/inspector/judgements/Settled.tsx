import { useEffect, useState } from 'react';
import type { NodeId } from '../../../schema/ids.ts';
import { labelProperty } from '../../../schema/properties.ts';
import { loadRejection, type Rejection } from '../../api/curating/load-verdict.ts';
import type { JudgedSide, Said } from '../../api/detail.ts';
import { RankChip } from '../../ui/RankChip.tsx';
import { NodeButton, type OpenNode } from '../NodeButton.tsx';
import { Row, Section } from '../Section.tsx';
import { Cited } from '../sources/Citations.tsx';
import type { Settle } from './Disputes.tsx';

interface SettledProps {
  readonly said: readonly Said[];
  /** Those that were rejected. */
  readonly judgements: readonly JudgedSide[];
  readonly onOpen: OpenNode;
  /** Null where who is here may not. */
  readonly onSettle: Settle | null;
}

/** What curators rejected, with their reasons: nothing that a source says is lost. */
export function Settled({ said, judgements, onOpen, onSettle }: SettledProps) {
  const rejected = said.filter(({ standing }) => standing === 'rejected');
  if (rejected.length + judgements.length === 0) return null;
  return (
    <Section title="Settled">
      {rejected.map(({ id, property, words, reason, sources }) => (
        <Row key={id} label={labelProperty(property)}>
          <Cited sources={sources}>
            <span className="settled-value">{words}</span>
            <span className="row-note">rejected: {reason ?? 'no reason is recorded'}</span>
            <OpenAgain about={property} onSettle={onSettle} />
          </Cited>
        </Row>
      ))}
      {judgements.map(({ node: { record }, sources }) => {
        const { area, areaAsPrinted, label, grade } = record.properties;
        return (
          <Row key={record.id} label={areaAsPrinted ?? area ?? 'judgement'}>
            <Cited sources={sources}>
              <NodeButton id={record.id} onOpen={onOpen}>
                <RankChip label={label ?? 'no grade'} rank={grade?.rank} of={grade?.of} />
              </NodeButton>
              <RejectedBecause id={record.id} version={record.version} />
              <OpenAgain about={`judgement ${area ?? areaAsPrinted}`} onSettle={onSettle} />
            </Cited>
          </Row>
        );
      })}
    </Section>
  );
}

function OpenAgain({ about, onSettle }: { readonly about: string; readonly onSettle: Settle | null }) {
  if (!onSettle) return null;
  return (
    <button type="button" className="text-button" onClick={() => onSettle(about)}>
      Settle anew
    </button>
  );
}

/** The reason for a judgement is that of the change in the journal. */
function RejectedBecause({ id, version }: { readonly id: NodeId; readonly version: number }) {
  const [rejection, setRejection] = useState<Rejection | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: at another version it may have been rejected anew.
  useEffect(() => {
    let isWanted = true;
    void loadRejection(id).then((outcome) => {
      if (isWanted && outcome.kind === 'loaded') setRejection(outcome.value);
    });
    return () => {
      isWanted = false;
    };
  }, [id, version]);
  const by = rejection?.author ? ` (${rejection.author})` : '';
  return <span className="row-note">rejected{rejection?.reason ? `: ${rejection.reason}${by}` : ''}</span>;
}
