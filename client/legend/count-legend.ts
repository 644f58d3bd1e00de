import { type GradeScaleKey, gradeScales } from '../../schema/grade-scales.ts';
import { type NodeType, nodeTypeNames } from '../../schema/node-types.ts';
import { type RelationshipType, relationshipTypeNames } from '../../schema/relationship-types.ts';
import type { GraphTotals } from '../api/load.ts';
import type { Exploration } from '../exploration/exploration.ts';
import { isDisputed, visibleNodes, visibleRelationships } from '../exploration/visible.ts';

export interface LegendRow<Key> {
  readonly key: Key;
  /** Seen on the canvas now. */
  readonly shown: number;
  /** In the whole graph; null while it is not known. */
  readonly inGraph: number | null;
}

/** Every type that the graph or the canvas has, in the order of the table. */
export function countTypes(state: Exploration, totals: GraphTotals | null): readonly LegendRow<NodeType>[] {
  const shown = countBy(visibleNodes(state).map(({ record }) => record.type));
  const onCanvas = new Set([...state.nodes.values()].map(({ record }) => record.type));
  return nodeTypeNames
    .map((key) => ({
      key,
      shown: shown.get(key) ?? 0,
      inGraph: totals ? (totals.types.get(key) ?? 0) : null,
    }))
    .filter(({ key, inGraph }) => onCanvas.has(key) || (inGraph ?? 0) > 0);
}

/** The relationship types that the canvas has. */
export function countRelationshipTypes(
  state: Exploration,
  totals: GraphTotals | null,
): readonly LegendRow<RelationshipType>[] {
  const shown = countBy(visibleRelationships(state).map(({ record }) => record.type));
  const onCanvas = new Set([...state.relationships.values()].map(({ record }) => record.type));
  return relationshipTypeNames
    .filter((key) => onCanvas.has(key))
    .map((key) => ({
      key,
      shown: shown.get(key) ?? 0,
      inGraph: totals ? (totals.relationships.get(key) ?? 0) : null,
    }));
}

/** One step of the ramp with all words that are printed for it; without a rank the words stand alone. */
export interface LegendGrade {
  readonly rank: number | undefined;
  readonly of: number | undefined;
}

/** The grades of the judgements on the canvas, best first and those without a rank last. */
export function countGrades(
  state: Exploration,
  totals: GraphTotals | null,
): readonly (LegendRow<LegendGrade> & { readonly labels: readonly string[] })[] {
  const groups = new Map<string, { grade: LegendGrade; labels: Set<string>; shown: number }>();
  for (const { record } of visibleNodes(state)) {
    const { label, grade } = record.properties;
    if (record.type !== 'Judgement' || label === undefined) continue;
    const printed = label.toLowerCase();
    const key = grade ? `${grade.rank}/${grade.of}` : printed;
    const group = groups.get(key) ?? {
      grade: { rank: grade?.rank, of: grade?.of },
      labels: new Set(),
      shown: 0,
    };
    group.labels.add(printed);
    group.shown += 1;
    groups.set(key, group);
  }
  return [...groups.values()]
    .map(({ grade, labels, shown }) => ({
      key: grade,
      labels: [...labels],
      shown,
      inGraph: totals ? countInGraph(totals, grade, labels) : null,
    }))
    .sort((a, b) => (a.key.rank ?? 99) - (b.key.rank ?? 99));
}

/** How many nodes on the canvas sources disagree on, whether the filters let them through or not. */
export function countDisputed(state: Exploration): number {
  return [...state.nodes.values()].filter((node) => isDisputed(state, node)).length;
}

function countInGraph(
  { grades }: GraphTotals,
  { rank, of }: LegendGrade,
  labels: ReadonlySet<string>,
): number {
  let count = 0;
  for (const [key, number] of grades) {
    const [scale, which] = key.split('#') as [string, string];
    const matches =
      scale === 'none'
        ? rank === undefined && labels.has(which.toLowerCase())
        : Number(which) === rank && gradeScales[scale as GradeScaleKey]?.ranks.length === of;
    if (matches) count += number;
  }
  return count;
}

function countBy<Key>(keys: readonly Key[]): ReadonlyMap<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
