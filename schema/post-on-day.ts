import type { PartialDate } from './partial-date.ts';
import { datesOverlap } from './partial-date.ts';
import type { RelationshipPropertyValues } from './relationship-types.ts';

/**
 * How sure it is that a post was held on a day, surest first: inside from–to; attested on that day; between
 * two attestations; or outside them, when the post is the nearest that is known.
 */
export const postCertainties = ['held', 'attested', 'between', 'nearest'] as const;
export type PostCertainty = (typeof postCertainties)[number];

/** How sure it is that a post with these dates was held on the day; null if it is known to have ended. */
export function postCertainty(post: RelationshipPropertyValues, day: PartialDate): PostCertainty | null {
  const { from, to, attestedOn = [] } = post;
  if ((from && day.latest < from.earliest) || (to && day.earliest > to.latest)) return null;
  if (from && to) return 'held';
  if (attestedOn.some((attested) => datesOverlap(attested, day))) return 'attested';
  const before = from !== undefined || attestedOn.some((attested) => attested.latest < day.earliest);
  const after = to !== undefined || attestedOn.some((attested) => attested.earliest > day.latest);
  return before && after ? 'between' : 'nearest';
}

/** Days between the day and what is known of the post: 0 unless the certainty is `nearest`. */
export function postDistance(post: RelationshipPropertyValues, day: PartialDate): number {
  const known = [
    ...(post.attestedOn ?? []),
    ...(post.from ? [post.from] : []),
    ...(post.to ? [post.to] : []),
  ];
  const distances = known.map((date) => daysApart(date, day));
  return distances.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...distances);
}

function daysApart(a: PartialDate, b: PartialDate): number {
  if (datesOverlap(a, b)) return 0;
  const [first, second] = a.latest < b.earliest ? [a, b] : [b, a];
  return (Date.parse(second.earliest) - Date.parse(first.latest)) / 86_400_000;
}
