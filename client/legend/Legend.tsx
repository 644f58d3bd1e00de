import { memo, useMemo } from 'react';
import { type NodeType, nodeTypeNames, nodeTypes } from '../../schema/node-types.ts';
import type { GraphTotals, StartingView } from '../api/load.ts';
import type { Command } from '../exploration/commands.ts';
import type { Exploration } from '../exploration/exploration.ts';
import { isFiltered } from '../exploration/sight-fields.ts';
import { Notice } from '../ui/Notice.tsx';
import { RankChip } from '../ui/RankChip.tsx';
import { useStable } from '../ui/use-stable.ts';
import { countGrades, type GradeRow } from './counts/count-grades.ts';
import { countBases, countKinds, countRelationshipTypes, typesWithKinds } from './counts/count-legend.ts';
import { Demands } from './Demands.tsx';
import { FacetRows } from './FacetRows.tsx';
import { LegendMenu } from './LegendMenu.tsx';
import { LegendSection, useSection } from './LegendSection.tsx';
import { type MoreTotals, useMoreTotals } from './load-totals.ts';
import { SourceRows } from './SourceRows.tsx';
import { StartingViews } from './StartingViews.tsx';
import { Signs } from './signs/Signs.tsx';
import { TypeRows } from './style/TypeRows.tsx';
import { type LegendState, useLegend } from './use-legend.ts';
import { useSight } from './use-sight.ts';
import { useTold } from './use-told.ts';
import { YearBars } from './years/YearBars.tsx';
import './legend.css';

interface LegendProps {
  readonly exploration: Exploration;
  readonly run: (command: Command) => void;
  /** Why there is nothing to explain; null where there is a graph. */
  readonly noGraph: 'empty' | 'failed' | null;
  readonly totals: GraphTotals | null;
  readonly views: readonly StartingView[];
  readonly currentView: string | null;
  readonly onOpenView: (view: StartingView) => void;
}

/** What the shapes and colours mean, which is filter and style editor at the same time; and the places to begin from. */
export function Legend({ noGraph, exploration, onOpenView, ...rest }: LegendProps) {
  const told = useTold(exploration);
  const openView = useStable(onOpenView);
  if (noGraph === null) return <LegendOfGraph {...rest} exploration={told} onOpenView={openView} />;
  return (
    <Notice title="Nothing to explain">
      {noGraph === 'empty'
        ? 'There is nothing in the graph yet. What its shapes and colours mean stands here as soon as there is.'
        : 'The graph could not be fetched. What its shapes and colours mean stands here when it is there.'}
    </Notice>
  );
}

/** Drawn only where what it tells of has changed: what is selected or moved is all the same to it. */
const LegendOfGraph = memo(function LegendOfGraph(props: Omit<LegendProps, 'noGraph'>) {
  const { exploration, run, totals, views, currentView, onOpenView } = props;
  const legend = useLegend(exploration, run);
  const kinds = useSection('kinds', false);
  const sources = useSection('sources', false);
  const more = useMoreTotals(kinds[0] || sources[0]);
  return (
    <div className="legend">
      {isFiltered(exploration) && (
        <p className="legend-filtered">
          <span>Filters are on.</span>
          <button type="button" className="text-button" onClick={() => run({ kind: 'clearFilters' })}>
            Take all away
          </button>
        </p>
      )}
      <StartingViews views={views} current={currentView} onOpen={onOpenView} />
      <LegendSection title="Types" section={useSection('types', true)} onShowAll={legend.showAllOf(['type'])}>
        <TypeRows legend={legend} totals={totals} />
      </LegendSection>
      <Grades legend={legend} totals={totals} />
      <Kinds legend={legend} more={more} section={kinds} />
      <LegendSection
        title="Years"
        section={useSection('years', false)}
        onShowAll={legend.showAllOf(['year'])}
      >
        <YearBars legend={legend} />
      </LegendSection>
      <LegendSection title="Sources" section={sources} onShowAll={legend.showAllOf(['source'])}>
        <SourceRows legend={legend} more={more} />
      </LegendSection>
      <Relationships legend={legend} totals={totals} />
      <Demands legend={legend} totals={totals} />
      <Signs exploration={exploration} />
      <LegendMenu legend={legend} />
    </div>
  );
});

interface SectionProps {
  readonly legend: LegendState;
  readonly totals: GraphTotals | null;
}

/** Colour, bars and words as printed, each scale apart: the same word on two scales is two grades. */
function Grades({ legend, totals }: SectionProps) {
  const { exploration } = legend;
  const sight = useSight(exploration);
  const scales = useMemo(() => countGrades(sight, totals), [sight, totals]);
  const section = useSection('grades', true);
  if (scales.length === 0) return null;
  const draw = ({ words, rank, of }: GradeRow) => (
    <span className="legend-words">
      <RankChip label={words} rank={rank} of={of} />
    </span>
  );
  return (
    <LegendSection title="Grades, as printed" section={section} onShowAll={legend.showAllOf(['grade'])}>
      {scales.map(({ title, rows }) => (
        <fieldset key={title}>
          <legend className={scales.length > 1 ? undefined : 'visually-hidden'}>{title}</legend>
          <FacetRows legend={legend} rows={rows} draw={draw} />
        </fieldset>
      ))}
    </LegendSection>
  );
}

interface KindsProps {
  readonly legend: LegendState;
  readonly more: MoreTotals | null;
  readonly section: ReturnType<typeof useSection>;
}

const kindDimensions = nodeTypeNames.map((type) => `kind/${type}` as const);

function Kinds({ legend, more, section }: KindsProps) {
  const { exploration } = legend;
  const sight = useSight(exploration);
  const types = useMemo(() => typesWithKinds(sight), [sight]);
  if (types.length === 0) return null;
  return (
    <LegendSection title="Kinds" section={section} onShowAll={legend.showAllOf(kindDimensions)}>
      <KindRows legend={legend} more={more} sight={sight} types={types} />
    </LegendSection>
  );
}

interface KindRowsProps extends Pick<KindsProps, 'legend' | 'more'> {
  readonly sight: Exploration;
  readonly types: readonly NodeType[];
}

/** They are counted while their section is open alone. */
function KindRows({ legend, more, sight, types }: KindRowsProps) {
  const counted = useMemo(
    () => types.map((type) => ({ type, rows: countKinds(sight, type, more) })),
    [sight, types, more],
  );
  return counted.map(({ type, rows }) => (
    <fieldset key={type}>
      <legend>
        <span className="visually-hidden">kinds of </span>
        {nodeTypes[type].words.many}
      </legend>
      <FacetRows legend={legend} rows={rows} />
    </fieldset>
  ));
}

function Relationships({ legend, totals }: SectionProps) {
  const { exploration } = legend;
  const sight = useSight(exploration);
  const rows = useMemo(() => countRelationshipTypes(sight, totals), [sight, totals]);
  const bases = useMemo(() => countBases(sight), [sight]);
  const section = useSection('relationships', true);
  if (rows.length === 0) return null;
  return (
    <LegendSection
      title="Relationships"
      section={section}
      onShowAll={legend.showAllOf(['relationship', 'basis'])}
    >
      <FacetRows
        legend={legend}
        rows={rows}
        icon={() => <span className="legend-arrow" aria-hidden="true" />}
      />
      {bases.length > 1 && (
        <fieldset>
          <legend>How they are known</legend>
          <FacetRows
            legend={legend}
            rows={bases}
            icon={({ facet }) => (
              <span
                className="legend-line"
                data-dashed={facet.key !== 'stated' || undefined}
                aria-hidden="true"
              />
            )}
          />
        </fieldset>
      )}
    </LegendSection>
  );
}
