import { gradeScales } from '../../../schema/grade-scales.ts';
import { type NodeType, nodeTypeNames } from '../../../schema/node-types.ts';
import type { EvidenceBasis } from '../../../schema/records.ts';
import { relationshipTypeNames } from '../../../schema/relationship-types.ts';
import type { FacetDimension, FacetFilter, FacetFilters } from '../filters/facets.ts';
import { allTime, type TimeFilter } from '../filters/time-filter.ts';
import { type TypeLook, toneChoices, typeSizes } from '../type-looks.ts';
import { type FieldCodec, isList } from './field-codecs.ts';

const bases = Object.keys({ stated: true, inferred: true, outside: true } satisfies Record<
  EvidenceBasis,
  true
>);

/** Longer than any key of a facet: ids of documents are the longest. */
const LONGEST_KEY = 200;
const isKey = (key: string) => key.length > 0 && key.length <= LONGEST_KEY;

/** The keys that a dimension can have; null is no dimension. */
function keysOf(dimension: unknown): ((key: string) => boolean) | null {
  switch (dimension) {
    case 'type':
      return (key) => nodeTypeNames.some((type) => type === key);
    case 'relationship':
      return (key) => relationshipTypeNames.some((type) => type === key);
    case 'basis':
      return (key) => bases.includes(key);
    case 'grade':
      return (key) => isKey(key) && isOfScale(key);
    case 'year':
      return (key) => /^\d{4}$/.test(key);
    case 'source':
      return isKey;
    default:
      return nodeTypeNames.some((type) => `kind/${type}` === dimension) ? isKey : null;
  }
}

/** Names of objects’ own parts are no scales, as `in` would have it. */
function isOfScale(key: string): boolean {
  const [scale = ''] = key.split('#', 1);
  return key.includes('#') && (scale === 'none' || Object.hasOwn(gradeScales, scale));
}

/** Each filter as its dimension, 1 where it shows its keys only, and its keys. A key that is none here is left out. */
export const facetFilters: FieldCodec<FacetFilters> = {
  write: (value) =>
    [...value].map(([dimension, { kind, keys }]) => [dimension, kind === 'only' ? 1 : 0, [...keys]]),
  read(given) {
    if (!isList(given)) return undefined;
    const found = new Map<FacetDimension, FacetFilter>();
    for (const each of given) {
      const [dimension, isOnly, listed] = isList(each) && each.length === 3 ? each : [];
      const isOfDimension = keysOf(dimension);
      if (!isOfDimension || !isList(listed) || (isOnly !== 0 && isOnly !== 1)) return undefined;
      const keys = new Set(listed.filter((key) => typeof key === 'string').filter(isOfDimension));
      if (isOnly === 1) found.set(dimension as FacetDimension, { kind: 'only', keys });
      else if (keys.size > 0) found.set(dimension as FacetDimension, { kind: 'without', keys });
    }
    return found;
  },
};

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
/** What EDTF is written with, and no longer than any date that a day can be told by. */
const DATE = /^[0-9X?~%/.-]{4,40}$/;

/**
 * Null for all time, two months for a window; for the day that the view is as of its EDTF text with its first and last
 * day, which spares the explorer the parser of EDTF before the graph appears.
 */
export const timeFilter: FieldCodec<TimeFilter> = {
  write(value) {
    if (value.kind === 'all') return null;
    if (value.kind === 'window') return [value.window.from, value.window.to];
    const { edtf, earliest, latest } = value.day;
    return [edtf, earliest, latest];
  },
  read(given) {
    if (given === null) return allTime;
    if (!isList(given) || !given.every((each) => typeof each === 'string')) return undefined;
    if (given.length === 3) {
      const [edtf = '', earliest = '', latest = ''] = given;
      const isDay = DATE.test(edtf) && DAY.test(earliest) && DAY.test(latest) && earliest <= latest;
      return isDay ? { kind: 'asOf', day: { edtf, earliest, latest } } : undefined;
    }
    const [from = '', to = ''] = given;
    const isWindow = given.length === 2 && MONTH.test(from) && MONTH.test(to) && from <= to;
    return isWindow ? { kind: 'window', window: { from, to } } : undefined;
  },
};

/** Type, tone (null is that of the table) and size of each type that is drawn in another way than the table says. */
export const typeLooks: FieldCodec<ReadonlyMap<NodeType, TypeLook>> = {
  write: (value) => [...value].map(([type, { tone, size }]) => [type, tone, size]),
  read(given) {
    if (!isList(given)) return undefined;
    const found = new Map<NodeType, TypeLook>();
    for (const each of given) {
      const [named, toned, sized] = isList(each) && each.length === 3 ? each : [];
      const type = nodeTypeNames.find((name) => name === named);
      const tone = toned === null ? null : toneChoices.find((name) => name === toned);
      const size = typeSizes.find((name) => name === sized);
      if (!type || tone === undefined || !size) return undefined;
      found.set(type, { tone, size });
    }
    return found;
  },
};
