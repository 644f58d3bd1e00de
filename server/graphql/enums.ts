import { type NodeType, nodeTypeNames, nodeTypeRow } from '../../schema/node-types.ts';
import { postCertainties } from '../../schema/post-on-day.ts';
import { evidenceBases, standings } from '../../schema/records.ts';
import {
  type Direction,
  type RelationshipType,
  relationshipTypeNames,
  relationshipTypeRow,
} from '../../schema/relationship-types.ts';
import { type Verdict, verdicts } from '../edits/verdict.ts';
import type { ReversalState } from '../jobs/reversals/reversals.ts';
import { facetDimensions } from '../store/graph-store.ts';
import { builder } from './builder.ts';

/** `also said` → `ALSO_SAID`, `publishedOn` → `PUBLISHED_ON`. */
export function enumName(word: string): string {
  return word
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(' ', '_')
    .toUpperCase();
}

function valuesOf<Value extends string>(words: readonly Value[], says?: (word: Value) => string) {
  return Object.fromEntries(
    words.map((word) => [enumName(word), { value: word, ...(says && { description: says(word) }) }]),
  );
}

export const EntityTypeEnum = builder.enumType('EntityType', {
  description: 'The types of nodes.',
  values: valuesOf<NodeType>(nodeTypeNames, (type) => nodeTypeRow(type).says),
});

export const RelationshipTypeEnum = builder.enumType('RelationshipType', {
  description: 'The types of relationships.',
  values: valuesOf<RelationshipType>(relationshipTypeNames, (type) => {
    const { from, to, says } = relationshipTypeRow(type);
    return `${from.join(' or ')} “${says.forward}” ${to.join(' or ')}.`;
  }),
});

export const HappenedEnum = builder.enumType('Happened', {
  description: 'What a change did to a record.',
  values: valuesOf<'created' | 'changed' | 'removed'>(['created', 'changed', 'removed']),
});

export const ReversalStateEnum = builder.enumType('ReversalState', {
  description:
    'WAITING for another one. CHECKING what was built on the change. WRITING, of which nobody sees anything yet. DONE. UNCHANGED: there was nothing to take back. BUILT_ON, REFUSED, CANCELLED, FAILED: nothing was changed.',
  values: valuesOf<ReversalState['kind']>([
    'waiting',
    'checking',
    'writing',
    'done',
    'unchanged',
    'built on',
    'refused',
    'cancelled',
    'failed',
  ]),
});

export const DirectionEnum = builder.enumType('Direction', {
  description: 'OUT looks from the start of a relationship to its end, IN from its end to its start.',
  values: valuesOf<Direction>(['out', 'in']),
});

export const EvidenceBasisEnum = builder.enumType('EvidenceBasis', {
  description: 'STATED: the document says so. INFERRED: it follows from it. OUTSIDE: known from elsewhere.',
  values: valuesOf(evidenceBases),
});

export const StandingEnum = builder.enumType('StatementStanding', {
  description:
    'STANDS: the value on the record. ALSO_SAID: by another source. REJECTED: by a curator, with a reason.',
  values: valuesOf(standings),
});

export const VerdictEnum = builder.enumType('Verdict', {
  description:
    'STANDS: it does, and what cannot be true beside it is rejected. REJECTED: it is. OPEN: an earlier verdict on it is taken back, and the rule decides.',
  values: valuesOf<Verdict>(verdicts),
});

export const PostCertaintyEnum = builder.enumType('PostCertainty', {
  description:
    'HELD: the day lies within its first and last day. ATTESTED: a source shows it on that day. BETWEEN: the day lies between two that are attested. NEAREST: it lies outside them, and this post is the nearest known.',
  values: valuesOf(postCertainties),
});

export const FacetDimensionEnum = builder.enumType('FacetDimension', {
  description: 'What to count nodes by.',
  values: valuesOf(facetDimensions),
});

export const OrderDirectionEnum = builder.enumType('OrderDirection', {
  description: 'Missing values come last both ways.',
  values: valuesOf<'asc' | 'desc'>(['asc', 'desc']),
});

export const ArrangementEnum = builder.enumType('Arrangement', {
  description: 'How a starting view is laid out: along time, or as the layout finds best.',
  values: valuesOf<'time' | 'free'>(['time', 'free']),
});
