import type { RelationshipId } from '../../../schema/ids.ts';
import type { PartialDate } from '../../../schema/partial-date.ts';
import type { PostCertainty } from '../../../schema/post-on-day.ts';
import { postsOnDay, withoutOutdone } from '../../../schema/posts-on-day.ts';
import type { GraphRelationship } from '../../../schema/records.ts';
import type { Exploration } from '../exploration.ts';

/*
 * The graph as it stood on a day, by what is known of it today: a document of a later day does not tell less of what
 * it says. A date that may lie before the day or after it counts as before, as a source that is unsure is no reason
 * to hide what may have been there.
 */

/**
 * Whether the relationship can have held on the day. One without a beginning and an end holds for as long as both of
 * its ends are there; a post is held by who may have held it.
 */
export function didHold(
  state: Pick<Exploration, 'relationships'>,
  { id, type, properties: { from, to } }: GraphRelationship,
  day: PartialDate,
): boolean {
  if (type === 'HOLDS_POST') return postsHeld(state, day).has(id);
  return !(from && from.earliest > day.latest) && !(to && to.latest < day.earliest);
}

const held = new WeakMap<
  Exploration['relationships'],
  { readonly day: string; readonly posts: ReadonlyMap<RelationshipId, PostCertainty> }
>();

/**
 * The posts on the view that may have been held on the day, surest first, with how sure that is. As everywhere, who
 * is merely near in time yields to somebody who held the same post; of several who are merely near, the nearest one
 * is left, so that no body seems to have had two chief executives.
 */
export function postsHeld(
  { relationships }: Pick<Exploration, 'relationships'>,
  day: PartialDate,
): ReadonlyMap<RelationshipId, PostCertainty> {
  const known = held.get(relationships);
  if (known?.day === day.edtf) return known.posts;
  const records = [...relationships.values()].map(({ record }) => record);
  const found = postsOnDay(
    records.filter(({ type }) => type === 'HOLDS_POST'),
    ({ properties }) => properties,
    day,
  );
  const kept = withoutOutdone(found, nameOfPost);
  const nearest = new Map<string, RelationshipId>();
  for (const { post } of kept) if (!nearest.has(nameOfPost(post))) nearest.set(nameOfPost(post), post.id);
  const posts = new Map(
    kept
      .filter(({ post, certainty }) => certainty !== 'nearest' || nearest.get(nameOfPost(post)) === post.id)
      .map(({ post, certainty }) => [post.id, certainty]),
  );
  held.set(relationships, { day: day.edtf, posts });
  return posts;
}

/** Whether that the post was held then is only inferred from other days. */
export function isOnlyPerhaps(certainty: PostCertainty): boolean {
  return certainty === 'between' || certainty === 'nearest';
}

/** Posts are the same if they are of one kind at one organisation; without a kind each is its own. */
function nameOfPost({ id, to, properties: { kind } }: GraphRelationship): string {
  return JSON.stringify([to, kind ?? id]);
}
