import { type ReactNode, useMemo } from 'react';
import type { Exploration } from '../../exploration/exploration.ts';
import { LegendSection, useSection } from '../LegendSection.tsx';
import { useSight } from '../use-sight.ts';
import { listSigns, type Sign } from './list-signs.ts';
import './signs.css';

/** Each as the canvas draws it; numbers are examples. */
const drawn: Record<Sign, ReactNode> = {
  dashed: <span className="legend-line" data-dashed="" />,
  dotted: <span className="legend-line" data-dotted="" />,
  sources: <span className="sign-round">2</span>,
  more: <span className="sign-round">+9</span>,
  disputed: <span className="sign-round sign-disputed">≠</span>,
  pinned: <span className="sign-pinned" />,
};

/** What lines, badges and marks on the canvas mean, as far as it has them. */
export function Signs({ exploration }: { readonly exploration: Exploration }) {
  const section = useSection('signs', true);
  const sight = useSight(exploration);
  const { pinned } = exploration;
  const signs = useMemo(() => listSigns(sight, pinned), [sight, pinned]);
  if (signs.length === 0) return null;
  return (
    <LegendSection title="Lines and marks" section={section}>
      <ul>
        {signs.map(({ sign, words }) => (
          <li key={sign} className="legend-row sign">
            <span className="sign-drawn" aria-hidden="true">
              {drawn[sign]}
            </span>
            <span className="legend-words">{words}</span>
          </li>
        ))}
      </ul>
    </LegendSection>
  );
}
