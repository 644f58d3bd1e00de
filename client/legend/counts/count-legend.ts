import { type NodeType, nodeTypeNames, nodeTypes } from '../../../schema/node-types.ts';
import { evidenceBases } from '../../../schema/records.ts';
import { relationshipTypeNames, relationshipTypes } from '../../../schema/relationship-types.ts';
import type { GraphTotals } from '../../api/load.ts';
import type { Demand, Exploration } from '../../exploration/exploration.ts';
import { sourcesOf } from '../../exploration/filters/facet-keys.ts';
import { isDisputed } from '../../exploration/visible.ts';
import type { MoreTotals } from '../load-totals.ts';
import { countFacets } from './count-facets.ts';
import type { LegendRow } from './legend-row.ts';

/** Every type that the graph or the canvas has, in the order of the table. */
export function countTypes(
  state: Exploration,
  totals: GraphTotals | null,
): readonly (LegendRow & { readonly type: NodeType })[] {
  const counts = countFacets(state, 'type');
  return nodeTypeNames
    .map((type) => ({
      type,
      facet: { dimension: 'type' as const, key: type },
      words: capitalise(nodeTypes[type].words.many),
      shown: counts.get(type) ?? 0,
      inGraph: totals ? (totals.types.get(type) ?? 0) : null,
    }))
    .filter(({ type, inGraph }) => counts.has(type) || (inGraph ?? 0) > 0);
}

/** The relationship types that the canvas has, in the order of the table. */
export function countRelationshipTypes(state: Exploration, totals: GraphTotals | null): readonly LegendRow[] {
  const counts = countFacets(state, 'relationship');
  return relationshipTypeNames
    .filter((key) => counts.has(key))
    .map((key) => ({
      facet: { dimension: 'relationship', key },
      words: relationshipTypes[key].says.forward,
      shown: counts.get(key) ?? 0,
      inGraph: totals ? (totals.relationships.get(key) ?? 0) : null,
    }));
}

const bases = { stated: 'stated by a source', inferred: 'inferred', outside: 'known from outside' };

/** How the relationships on the canvas are known, where it is in more than one way. */
export function countBases(state: Exploration): readonly LegendRow[] {
  const counts = countFacets(state, 'basis');
  return evidenceBases
    .filter((key) => counts.has(key))
    .map((key) => ({
      facet: { dimension: 'basis', key },
      words: bases[key],
      shown: counts.get(key) ?? 0,
      inGraph: null,
    }));
}

/** The types of which the canvas has any kind. */
export function typesWithKinds(state: Exploration): readonly NodeType[] {
  const onCanvas = new Set(
    [...state.nodes.values()].flatMap(({ record }) => (record.properties.kind ? record.type : [])),
  );
  return nodeTypeNames.filter((type) => onCanvas.has(type) || state.filters.has(`kind/${type}`));
}

/** The kinds within a type, most frequent first. */
export function countKinds(
  state: Exploration,
  type: NodeType,
  more: MoreTotals | null,
): readonly LegendRow[] {
  const counts = countFacets(state, `kind/${type}`);
  const known = more?.kinds.get(type);
  return [...counts]
    .map(([key, shown]) => ({
      facet: { dimension: `kind/${type}` as const, key },
      words: key,
      shown,
      inGraph: known ? (known.get(key) ?? 0) : null,
    }))
    .sort((a, b) => (b.inGraph ?? 0) - (a.inGraph ?? 0) || compareWords(a.words, b.words));
}

/** How many nodes on the canvas meet the demand, whether the filters let them through or not. */
export function countDemand(state: Exploration, demand: Demand): number {
  const meets = (node: Parameters<typeof isDisputed>[1]) =>
    demand === 'disputed'
      ? isDisputed(state, node)
      : sourcesOf(state, node).some(({ isPrimary }) => isPrimary);
  return [...state.nodes.values()].filter(meets).length;
}

function compareWords(a: string, b: string): number {
  // Kinds are plain words; comparing them as a language does takes a browser longer than all the counting.
  return a < b ? -1 : a > b ? 1 : 0;
}

function capitalise(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
