import type { PartialDate } from './partial-date.ts';
import { type PostCertainty, postCertainties, postCertainty, postDistance } from './post-on-day.ts';
import type { RelationshipPropertyValues } from './relationship-types.ts';

/** A post with how sure it is that it was held on the day. */
export interface PostOnDay<Post> {
  readonly post: Post;
  readonly certainty: PostCertainty;
  readonly distance: number;
}

/**
 * The posts that may have been held on the day, surest first, then nearest in time, then in the order given.
 * Posts that are known to have ended before it, or to have begun after it, are left out.
 */
export function postsOnDay<Post>(
  posts: readonly Post[],
  valuesOf: (post: Post) => RelationshipPropertyValues,
  day: PartialDate,
): readonly PostOnDay<Post>[] {
  return posts
    .flatMap((post) => {
      const certainty = postCertainty(valuesOf(post), day);
      return certainty ? [{ post, certainty, distance: postDistance(valuesOf(post), day) }] : [];
    })
    .sort(
      (a, b) =>
        postCertainties.indexOf(a.certainty) - postCertainties.indexOf(b.certainty) ||
        // Two posts without any date are equally far: their difference is no number.
        (a.distance === b.distance ? 0 : a.distance - b.distance),
    );
}

/**
 * Leaves out who was merely nearest to a post that somebody else is known to have held: of two chief executives, one
 * of them attested on the day, only that one is an answer. `nameOf` gives what the same posts have in common.
 */
export function withoutOutdone<Post>(
  found: readonly PostOnDay<Post>[],
  nameOf: (post: Post) => string,
): readonly PostOnDay<Post>[] {
  const known = new Set(
    found.filter(({ certainty }) => certainty !== 'nearest').map(({ post }) => nameOf(post)),
  );
  return found.filter(({ certainty, post }) => certainty !== 'nearest' || !known.has(nameOf(post)));
}
