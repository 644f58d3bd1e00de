import { useMemo } from 'react';
import type { GraphTotals } from '../api/load.ts';
import type { Demand } from '../exploration/exploration.ts';
import { countDemand } from './counts/count-legend.ts';
import { LegendSection, useSection } from './LegendSection.tsx';
import { LegendCount } from './LegendToggle.tsx';
import type { LegendState } from './use-legend.ts';
import { useSight } from './use-sight.ts';

const demands: readonly { readonly demand: Demand; readonly words: string }[] = [
  { demand: 'disputed', words: 'what sources disagree on' },
  { demand: 'primary', words: 'what has a primary source' },
];

interface DemandsProps {
  readonly legend: LegendState;
  readonly totals: GraphTotals | null;
}

/** What all that is seen must meet. */
export function Demands({ legend: { exploration, run }, totals }: DemandsProps) {
  const sight = useSight(exploration);
  const counts = useMemo(() => demands.map(({ demand }) => countDemand(sight, demand)), [sight]);
  const inGraph: Record<Demand, number | null> = { disputed: totals?.disputed ?? null, primary: null };
  return (
    <LegendSection title="Only" section={useSection('only', true)}>
      {demands.map(({ demand, words }, index) => (
        <label key={demand} className="legend-check">
          <input
            type="checkbox"
            checked={exploration.only.has(demand)}
            onChange={(event) => run({ kind: 'filterDemand', demand, on: event.target.checked })}
          />
          <span className="legend-words">{words}</span>
          <LegendCount shown={counts[index] ?? 0} inGraph={inGraph[demand]} />
        </label>
      ))}
    </LegendSection>
  );
}
