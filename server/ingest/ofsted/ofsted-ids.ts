import { searchTokens } from '../../../schema/fold-text.ts';
import { type NodeId, nodeId } from '../../../schema/ids.ts';
import { areaKey } from '../../../schema/judgement-areas.ts';

export const OFSTED = nodeId('organisation/ofsted');

/** Longest part of an id that is made of a name, so that the whole stays below the limit of ids. */
const SLUG_LIMIT = 120;

export function providerId(urn: string): NodeId {
  return nodeId(`organisation/urn-${urn.toLowerCase()}`);
}

/**
 * An owner is known by its name alone. Spellings of one name give one id: “Ltd” for “Limited”, “&” for “and”, other
 * letter case and punctuation. Null where a name has no letter or digit.
 */
export function ownerId(name: string): NodeId | null {
  const words = searchTokens(name.replace(/&/g, ' and '));
  const slug = slugOf(words.map((word) => (word === 'limited' ? 'ltd' : word)));
  return slug === '' ? null : nodeId(`organisation/owner-${slug}`);
}

/** A local authority's area by the name in common use, under which Ofsted and the ONS meet. */
export function authorityAreaId(name: string): NodeId {
  return nodeId(`region/la-${areaSlug(name)}`);
}

/** The council of such an area. */
export function authorityId(name: string): NodeId {
  return nodeId(`organisation/la-${areaSlug(name)}`);
}

/** A region of England, or of Ofsted’s where that is another; service areas of others of the same name stay apart. */
export function regionId(name: string): NodeId {
  return nodeId(`region/england-${slugOf(searchTokens(name.replace(/&/g, ' and ')))}`);
}

/** An inspection by its event number, which is unique for one provider only: joint inspections share theirs. */
export function numberedInspectionId(urn: string, number: string): NodeId {
  return nodeId(`inspection/${urn.toLowerCase()}-${number.toLowerCase().replace(/[^a-z0-9.-]+/g, '-')}`);
}

/** An inspection that bears no number. */
export function datedInspectionId(urn: string, startedOn: string, kind: string): NodeId {
  return nodeId(`inspection/${urn.toLowerCase()}-${startedOn}-${slugOf(searchTokens(kind))}`);
}

/** One judgement for each inspection, area and grade; printed forms of one grade are one. */
export function judgementId(inspection: NodeId, area: string, label: string): NodeId {
  const of = inspection.slice(inspection.indexOf('/') + 1);
  const grade = searchTokens(label.replace(/ to be good$/i, ''));
  return nodeId(`judgement/${of}/${slugOf(searchTokens(areaKey(area)))}/${slugOf(grade) || 'none'}`);
}

/** Names that the ONS writes otherwise than everybody, by their slug. */
const commonNames: Readonly<Record<string, string>> = {
  'bristol-city-of': 'bristol',
  'county-durham': 'durham',
  'herefordshire-county-of': 'herefordshire',
  'kingston-upon-hull-city-of': 'kingston-upon-hull',
};

function areaSlug(name: string): string {
  const slug = slugOf(searchTokens(name.replace(/&/g, ' and ')));
  return commonNames[slug] ?? slug;
}

export function slugOf(words: readonly string[]): string {
  return words
    .map((word) => word.replace(/[^a-z0-9]+/g, ''))
    .filter((word) => word !== '')
    .join('-')
    .slice(0, SLUG_LIMIT)
    .replace(/-$/, '');
}
