import { type PostCertainty, postCertainties } from '../../../schema/post-on-day.ts';
import type { Exploration } from '../../exploration/exploration.ts';
import { isOnlyPerhaps, postsHeld } from '../../exploration/filters/as-of.ts';
import type { DrawnRelationship } from './drawing.ts';

/** Shorter than elsewhere (schema/say-post.ts), since words that are wider than their line has room for are not drawn. */
const words: Record<PostCertainty, string> = {
  held: 'in post then',
  attested: 'attested then',
  between: 'perhaps then',
  nearest: 'perhaps then',
};

interface Marked {
  readonly certainty: PostCertainty;
  readonly line: DrawnRelationship;
}

const markedBefore = new WeakMap<DrawnRelationship, Marked>();

/**
 * In a view as of a day the lines of posts say how sure it is that they were held then, and are dotted where that is
 * only inferred from other days. What is not changed stays the same object, and so does what was marked alike before.
 */
export function markCertainty(
  state: Exploration,
  lines: readonly DrawnRelationship[],
): readonly DrawnRelationship[] {
  if (state.time.kind !== 'asOf') return lines;
  const posts = postsHeld(state, state.time.day);
  return lines.map((line) => {
    const found = new Set(line.ids.map((id) => posts.get(id)));
    // Of several posts between the same two the surest speaks.
    const certainty = postCertainties.find((each) => found.has(each));
    return certainty ? mark(line, certainty) : line;
  });
}

function mark(line: DrawnRelationship, certainty: PostCertainty): DrawnRelationship {
  const before = markedBefore.get(line);
  if (before?.certainty === certainty) return before.line;
  // How many sources there are stands on the line by itself.
  const marked = { ...line, isDotted: isOnlyPerhaps(certainty), label: `${line.what} · ${words[certainty]}` };
  markedBefore.set(line, { certainty, line: marked });
  return marked;
}
