import { RankChip } from '../../ui/RankChip.tsx';
import { NodeButton, type OpenNode } from '../NodeButton.tsx';
import { Row, Section } from '../Section.tsx';
import { Cited } from '../sources/Citations.tsx';
import type { JudgedArea } from './list-judgements.ts';

interface JudgementsProps {
  readonly areas: readonly JudgedArea[];
  readonly onOpen: OpenNode;
}

/** What an inspection judged, with the words of the source and their place on its scale. */
export function Judgements({ areas, onOpen }: JudgementsProps) {
  if (areas.length === 0) return null;
  return (
    <Section title="Judgements">
      {areas.flatMap(({ area, judgements }) =>
        judgements.map(({ node: { record }, sources }) => (
          <Row key={record.id} label={record.properties.areaAsPrinted ?? area}>
            <Cited sources={sources}>
              <NodeButton id={record.id} onOpen={onOpen}>
                <RankChip
                  label={record.properties.label ?? 'no grade'}
                  rank={record.properties.grade?.rank}
                  of={record.properties.grade?.of}
                />
              </NodeButton>
            </Cited>
          </Row>
        )),
      )}
    </Section>
  );
}
