import { Palette } from 'lucide-react';
import { Fragment, useMemo, useState } from 'react';
import { type NodeType, nodeTypes } from '../../../schema/node-types.ts';
import type { GraphTotals } from '../../api/load.ts';
import { ShapeIcon } from '../../ui/ShapeIcon.tsx';
import { countTypes } from '../counts/count-legend.ts';
import { LegendToggle } from '../LegendToggle.tsx';
import type { LegendState } from '../use-legend.ts';
import { useSight } from '../use-sight.ts';
import { StyleEditor } from './StyleEditor.tsx';

interface TypeRowsProps {
  readonly legend: LegendState;
  readonly totals: GraphTotals | null;
}

/** The types with their shapes and tones, each to be filtered by and to be drawn otherwise. */
export function TypeRows({ legend, totals }: TypeRowsProps) {
  const { exploration, run } = legend;
  const sight = useSight(exploration);
  const rows = useMemo(() => countTypes(sight, totals), [sight, totals]);
  const [styled, setStyled] = useState<NodeType | null>(null);
  return (
    <ul>
      {rows.map((row) => {
        const { type, words } = row;
        const isStyled = type === styled;
        return (
          <Fragment key={type}>
            <LegendToggle
              {...legend.handlersOf(row)}
              icon={
                <ShapeIcon shape={nodeTypes[type].look.shape} tone={`--tone-${nodeTypes[type].look.tone}`} />
              }
              // The colours of judgements are those of their grades, which mean something.
              more={
                type !== 'Judgement' && (
                  <button
                    type="button"
                    className="legend-restyle"
                    aria-label={`Colour and size: ${words}`}
                    title="Colour and size"
                    aria-expanded={isStyled}
                    onClick={() => setStyled(isStyled ? null : type)}
                  >
                    <Palette aria-hidden="true" />
                  </button>
                )
              }
            />
            {isStyled && (
              <li>
                <StyleEditor
                  type={type}
                  words={words}
                  look={exploration.looks.get(type)}
                  onChange={(look) => run({ kind: 'styleType', type, look })}
                  onClose={() => setStyled(null)}
                />
              </li>
            )}
          </Fragment>
        );
      })}
    </ul>
  );
}
