/** Why a view cannot be written, or the text of one cannot be read. */
export type ViewProblem =
  /** It says something that this version does not know. */
  | { readonly kind: 'newer' }
  | { readonly kind: 'garbled' }
  | { readonly kind: 'tooManyNodes'; readonly nodes: number };

/** Twice as many as are drawn at once: no link or file may ask for more. */
export const NODES_SHARED = 20_000;

/** What to tell the reader. `what` is “link” or “file”. */
export function sayViewProblem(problem: ViewProblem, what: 'link' | 'file'): string {
  switch (problem.kind) {
    case 'newer':
      return `This ${what} was made by a newer Oversight, and says something that this one cannot show.`;
    case 'garbled':
      return what === 'link'
        ? 'This link cannot be read: a part of it may have been lost when it was copied.'
        : 'This file cannot be read: it is not a view that Oversight saved, or it was damaged.';
    case 'tooManyNodes': {
      const [has, most] = [problem.nodes, NODES_SHARED].map(printCount);
      return `This view has ${has} nodes; a ${what} can hold ${most}.`;
    }
  }
}

import { printCount } from '../../../schema/print-count.ts';
