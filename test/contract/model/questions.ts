import { compareKeys, searchTokens } from '../../../schema/fold-text.ts';
import { isNearWord } from '../../../schema/one-edit.ts';
import { propertyNames, propertyRow } from '../../../schema/properties.ts';
import type { GraphNode } from '../../../schema/records.ts';
import type {
  Adjacency,
  AdjacencyQuestion,
  FacetCount,
  FacetDimension,
  FacetQuestion,
  SearchCandidates,
  SearchQuestion,
} from '../../../server/store/graph-store.ts';
import { matchesNode } from './matches.ts';
import { type ModelGraph, nodesOf, ownEvidence, relationshipsOf } from './model-graph.ts';

/** Every node of which each word of the question begins a word of the text, or is near one. */
export function findCandidates(graph: ModelGraph, question: SearchQuestion): SearchCandidates {
  const found = nodesOf(graph).filter((node) => {
    if (question.types && !question.types.includes(node.type)) return false;
    const searched = searchedWords(node);
    return question.words.every((word) =>
      searched.some((other) =>
        question.match === 'nearby' ? isNearWord(word, other) : other.startsWith(word),
      ),
    );
  });
  return { nodes: found.slice(0, question.limit), truncated: found.length > question.limit };
}

/** The folded words of all properties of a node that are searched. */
function searchedWords({ properties }: GraphNode): string[] {
  return propertyNames
    .filter((name) => propertyRow(name).searchWeight !== undefined)
    .flatMap((name) => properties[name] ?? [])
    .flatMap((value) => (typeof value === 'string' ? searchTokens(value) : []));
}

export function findAdjacent(graph: ModelGraph, question: AdjacencyQuestion): Adjacency {
  const found = relationshipsOf(graph).filter(({ type, from, to }) => {
    if (question.types && !question.types.includes(type)) return false;
    const [starts, ends] = [question.of.includes(from), question.of.includes(to)];
    return question.among ? starts && ends : starts || ends;
  });
  return {
    relationships: found.slice(0, question.limit).map(({ id, type, from, to }) => ({ id, type, from, to })),
    truncated: found.length > question.limit,
  };
}

export function countFacets(graph: ModelGraph, question: FacetQuestion): FacetCount[] {
  const nodes = nodesOf(graph).filter(
    (node) =>
      (question.ids === null || question.ids.includes(node.id)) &&
      (question.types === null || question.types.includes(node.type)) &&
      matchesNode(graph, node, question.where),
  );
  return question.by.flatMap((by) => {
    const counts = new Map<string, { count: number; disputed: number }>();
    const add = (key: string, isDisputed: boolean): void => {
      const { count, disputed } = counts.get(key) ?? { count: 0, disputed: 0 };
      counts.set(key, { count: count + 1, disputed: disputed + (isDisputed ? 1 : 0) });
    };
    if (by === 'relationship') {
      const ids = new Set(nodes.map(({ id }) => id));
      for (const { type, from, to, disputed } of relationshipsOf(graph))
        if (ids.has(from) || ids.has(to)) add(type, disputed.length > 0);
    } else
      for (const node of nodes)
        for (const key of new Set(keysOf(graph, node, by))) add(key, node.disputed.length > 0);
    return [...counts]
      .map(([key, { count, disputed }]) => ({ by, key, count, disputed }))
      .sort((a, b) => b.count - a.count || compareKeys(a.key, b.key));
  });
}

function keysOf(
  graph: ModelGraph,
  { id, type, properties, disputed }: GraphNode,
  by: Exclude<FacetDimension, 'relationship'>,
): string[] {
  switch (by) {
    case 'type':
      return [type];
    case 'kind':
      return properties.kind === undefined ? [] : [properties.kind];
    case 'year':
      return properties.date ? [properties.date.earliest.slice(0, 4)] : [];
    case 'document':
      return ownEvidence(graph, id).flatMap(({ document }) => document ?? []);
    case 'grade': {
      const counted = properties.standing === 'stands' || disputed.length > 0;
      if (type !== 'Judgement' || !counted) return [];
      const { grade, label } = properties;
      if (grade) return [`${grade.scale}#${grade.rank}`];
      return label === undefined ? [] : [`none#${label}`];
    }
  }
}
