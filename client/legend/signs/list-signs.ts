import type { Exploration } from '../../exploration/exploration.ts';
import { isOnlyPerhaps, postsHeld } from '../../exploration/filters/as-of.ts';
import { isDashed } from '../../exploration/line-style.ts';
import {
  isDisputed,
  neighboursNotShown,
  visibleNodes,
  visibleRelationships,
} from '../../exploration/visible.ts';

/** What the canvas draws beside shapes and colours. */
export type Sign = 'dashed' | 'dotted' | 'sources' | 'more' | 'disputed' | 'pinned';

/** Those that can be seen on the canvas now, in words; of the state what can be seen alone is read. */
export function listSigns(
  state: Exploration,
  pinned: Exploration['pinned'],
): readonly { readonly sign: Sign; readonly words: string }[] {
  const nodes = visibleNodes(state);
  const lines = visibleRelationships(state);
  const isMore = nodes.some(({ record }) => neighboursNotShown(state, record.id).length > 0);
  const isDispute = nodes.some((node) => isDisputed(state, node)) || lines.some(hasDispute);
  return [
    ...sayDashed(state),
    ...(isPerhaps(state)
      ? [{ sign: 'dotted' as const, words: 'a post that may have been held that day' }]
      : []),
    ...(lines.length > 0 ? [{ sign: 'sources' as const, words: 'how many sources a relationship has' }] : []),
    ...(isMore ? [{ sign: 'more' as const, words: 'related to so many more in the graph' }] : []),
    ...(isDispute ? [{ sign: 'disputed' as const, words: 'the sources disagree' }] : []),
    ...(nodes.some(({ record }) => pinned.has(record.id))
      ? [{ sign: 'pinned' as const, words: 'pinned to its place' }]
      : []),
  ];
}

function hasDispute({ record }: ReturnType<typeof visibleRelationships>[number]): boolean {
  return record.disputed.length > 0;
}

function sayDashed(state: Exploration) {
  const dashed = visibleRelationships(state).filter(isDashed);
  const words = [
    dashed.some(({ record }) => record.type === 'CONDUCTED') ? 'who conducted an inspection' : '',
    dashed.some(({ basis }) => basis !== 'stated') ? 'what no source states' : '',
  ].filter(Boolean);
  return words.length > 0 ? [{ sign: 'dashed' as const, words: words.join(', or ') }] : [];
}

/** Whether the view is as of a day, with a post of which it is only inferred that it was held then. */
function isPerhaps(state: Exploration): boolean {
  if (state.time.kind !== 'asOf') return false;
  const posts = postsHeld(state, state.time.day);
  return visibleRelationships(state).some(({ record }) => {
    const certainty = posts.get(record.id);
    return certainty !== undefined && isOnlyPerhaps(certainty);
  });
}
