import type { GraphTotals } from '../api/load.ts';
import type { Demand } from '../exploration/exploration.ts';
import { countDemand } from './counts/count-legend.ts';
import { LegendSection, useSection } from './LegendSection.tsx';
import { LegendCount } from './LegendToggle.tsx';
import type { LegendState } from './use-legend.ts';

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
  const inGraph: Record<Demand, number | null> = { disputed: totals?.disputed ?? null, primary: null };
  return (
    <LegendSection title="Only" section={useSection('only', true)}>
      {demands.map(({ demand, words }) => (
        <label key={demand} className="legend-check">
          <input
            type="checkbox"
            checked={exploration.only.has(demand)}
            onChange={(event) => run({ kind: 'filterDemand', demand, on: event.target.checked })}
          />
          <span className="legend-words">{words}</span>
          <LegendCount shown={countDemand(exploration, demand)} inGraph={inGraph[demand]} />
        </label>
      ))}
    </LegendSection>
  );
}
