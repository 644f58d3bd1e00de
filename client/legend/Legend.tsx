import { useMemo } from 'react';
import { nodeTypes } from '../../schema/node-types.ts';
import { relationshipTypes } from '../../schema/relationship-types.ts';
import type { GraphTotals, StartingView } from '../api/load.ts';
import type { Command } from '../exploration/commands.ts';
import type { Exploration } from '../exploration/exploration.ts';
import { isFacetShown } from '../exploration/filters/facets.ts';
import { RankChip } from '../ui/RankChip.tsx';
import { ShapeIcon } from '../ui/ShapeIcon.tsx';
import { countDisputed, countGrades, countRelationshipTypes, countTypes } from './count-legend.ts';
import { LegendToggle } from './LegendToggle.tsx';
import './legend.css';

interface LegendProps {
  readonly exploration: Exploration;
  readonly run: (command: Command) => void;
  readonly totals: GraphTotals | null;
  readonly views: readonly StartingView[];
  readonly currentView: string | null;
  readonly onOpenView: (view: StartingView) => void;
}

/** What the shapes and colours mean, which is filter at the same time; and the places to begin from. */
export function Legend({ exploration, run, totals, views, currentView, onOpenView }: LegendProps) {
  return (
    <div className="legend">
      {views.length > 1 && (
        <section className="legend-section" aria-labelledby="legend-views">
          <h2 id="legend-views">Begin with</h2>
          <ul>
            {views.map((view) => (
              <li key={view.id}>
                <button
                  type="button"
                  className="legend-view"
                  aria-current={view.id === currentView || undefined}
                  title={view.says}
                  onClick={() => onOpenView(view)}
                >
                  {view.title}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <TypeRows exploration={exploration} run={run} totals={totals} />
      <GradeRows exploration={exploration} totals={totals} />
      <RelationshipRows exploration={exploration} run={run} totals={totals} />
      <section className="legend-section" aria-labelledby="legend-only">
        <h2 id="legend-only">Only</h2>
        <label className="legend-check">
          <input
            type="checkbox"
            checked={exploration.only.has('disputed')}
            onChange={(event) => run({ kind: 'filterDemand', demand: 'disputed', on: event.target.checked })}
          />
          <span className="legend-words">what sources disagree on</span>
          <Count shown={countDisputed(exploration)} inGraph={totals?.disputed ?? null} />
        </label>
      </section>
    </div>
  );
}

type SectionProps = Pick<LegendProps, 'exploration' | 'run' | 'totals'>;

function TypeRows({ exploration, run, totals }: SectionProps) {
  const rows = useMemo(() => countTypes(exploration, totals), [exploration, totals]);
  const isFiltered = exploration.filters.has('type');
  return (
    <section className="legend-section" aria-labelledby="legend-types">
      <div className="legend-head">
        <h2 id="legend-types">Types</h2>
        {isFiltered && (
          <button
            type="button"
            className="text-button"
            onClick={() => run({ kind: 'showAll', dimensions: ['type'] })}
          >
            show all
          </button>
        )}
      </div>
      <ul>
        {rows.map(({ key, shown, inGraph }) => (
          <LegendToggle
            key={key}
            isOn={isFacetShown(exploration.filters, { dimension: 'type', key })}
            words={capitalise(nodeTypes[key].words.many)}
            icon={<ShapeIcon shape={nodeTypes[key].look.shape} tone={`--tone-${nodeTypes[key].look.tone}`} />}
            count={<Count shown={shown} inGraph={inGraph} />}
            onToggle={(isOn) => run({ kind: 'filterFacet', dimension: 'type', key, shown: isOn })}
            onOnly={() => run({ kind: 'showOnlyFacet', dimension: 'type', key })}
          />
        ))}
      </ul>
    </section>
  );
}

function GradeRows({ exploration, totals }: Pick<LegendProps, 'exploration' | 'totals'>) {
  const rows = useMemo(() => countGrades(exploration, totals), [exploration, totals]);
  if (rows.length === 0) return null;
  return (
    <section className="legend-section" aria-labelledby="legend-grades">
      <h2 id="legend-grades">Grades, as printed</h2>
      <ul>
        {rows.map(({ key, labels, shown, inGraph }) => (
          <li key={labels.join()} className="legend-row">
            <span className="legend-words">
              <RankChip label={labels.join(', ')} rank={key.rank} of={key.of} />
            </span>
            <Count shown={shown} inGraph={inGraph} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function RelationshipRows({ exploration, run, totals }: SectionProps) {
  const rows = useMemo(() => countRelationshipTypes(exploration, totals), [exploration, totals]);
  if (rows.length === 0) return null;
  return (
    <section className="legend-section" aria-labelledby="legend-relationships">
      <h2 id="legend-relationships">Relationships</h2>
      <ul>
        {rows.map(({ key, shown, inGraph }) => (
          <LegendToggle
            key={key}
            isOn={isFacetShown(exploration.filters, { dimension: 'relationship', key })}
            words={relationshipTypes[key].says.forward}
            icon={<span className="legend-arrow" aria-hidden="true" />}
            count={<Count shown={shown} inGraph={inGraph} />}
            onToggle={(isOn) => run({ kind: 'filterFacet', dimension: 'relationship', key, shown: isOn })}
          />
        ))}
      </ul>
    </section>
  );
}

function Count({ shown, inGraph }: { readonly shown: number; readonly inGraph: number | null }) {
  const words = inGraph === null ? `${shown} shown` : `${shown} shown, ${inGraph} in the graph`;
  return (
    <span className="legend-count" title={words}>
      <span className="visually-hidden">{words}</span>
      <span aria-hidden="true">
        {shown}
        {inGraph !== null && <span className="legend-in-graph"> / {inGraph}</span>}
      </span>
    </span>
  );
}

function capitalise(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
