import { type GradeScaleKey, gradeScales } from '../../../schema/grade-scales.ts';
import { type NodeType, nodeTypes } from '../../../schema/node-types.ts';
import { relationshipTypes } from '../../../schema/relationship-types.ts';
import type { Exploration, SourceDocument } from '../exploration.ts';
import type { Facet, FacetDimension } from './facets.ts';

/** The records of the group in words, as after “show only …”: “inspections”, “judgements “good””, “what is of 2014”. */
export function sayFacet(state: Exploration, facet: Facet): string {
  switch (facet.dimension) {
    case 'type':
      return nodeTypes[facet.key].words.many;
    case 'relationship':
      return `“${relationshipTypes[facet.key].says.forward}”`;
    case 'basis':
      return facet.key === 'outside' ? 'what is known from outside' : `what is ${facet.key}`;
    case 'grade':
      return `judgements “${sayGrade(facet.key)}”`;
    case 'year':
      return `what is of ${Number(facet.key)}`;
    case 'source':
      return `what rests on “${nameSource(state, facet.key)}”`;
    default:
      return `${nodeTypes[typeOfKinds(facet.dimension)].words.many} of the kind “${facet.key}”`;
  }
}

/** The same after “hide” and “show”: “all inspections”, “what is of 2014”. */
export function sayWholeFacet(state: Exploration, facet: Facet): string {
  const words = sayFacet(state, facet);
  return /^(what|“)/.test(words) ? words : `all ${words}`;
}

/** The ways to sort in words, as after “show all …”. */
export function sayDimension(dimension: FacetDimension): string {
  switch (dimension) {
    case 'type':
      return 'types';
    case 'relationship':
      return 'relationships';
    case 'basis':
      return 'relationships, stated or not';
    case 'grade':
    case 'year':
    case 'source':
      return `${dimension}s`;
    default:
      return `kinds of ${nodeTypes[typeOfKinds(dimension)].words.many}`;
  }
}

/** The words of a grade: those of its scale, or as printed where no scale knows them. */
export function sayGrade(key: string): string {
  const [scale, place] = splitGrade(key);
  if (scale === null) return place;
  return gradeScales[scale].ranks[Number(place) - 1]?.join(', ') ?? place;
}

/** The scale of a grade (null where there is none) and its rank, or the label as printed. */
export function splitGrade(key: string): readonly [GradeScaleKey | null, string] {
  const [scale = '', ...rest] = key.split('#');
  return [scale in gradeScales ? (scale as GradeScaleKey) : null, rest.join('#')];
}

function typeOfKinds(dimension: `kind/${NodeType}`): NodeType {
  return dimension.slice('kind/'.length) as NodeType;
}

function nameSource({ nodes, relationships }: Exploration, id: string): string {
  const isIt = (document: SourceDocument) => document.id === id;
  for (const { record, documents } of nodes.values()) {
    if (record.id === id) return record.properties.name;
    const found = documents.find(isIt);
    if (found) return found.name;
  }
  for (const { documents } of relationships.values()) {
    const found = documents.find(isIt);
    if (found) return found.name;
  }
  return id;
}
