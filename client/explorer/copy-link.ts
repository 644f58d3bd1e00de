import type { WrittenLink } from '../exploration/share/view-link.ts';
import { sayViewProblem } from '../exploration/share/view-problems.ts';
import type { Tell } from '../ui/use-toasts.ts';

/** Puts the link on the clipboard, and tells how that went; of one that is too long it offers to save the view. */
export async function copyLink(link: WrittenLink, tell: Tell, save: (text: string) => void): Promise<void> {
  if (link.kind === 'problem') return tell(sayViewProblem(link.problem, 'link'), 'failure');
  if (link.kind === 'tooLong')
    return tell(
      'This view is too large for a link: programs that pass links on would cut it off.',
      'failure',
      { words: 'Save view as a file', onChoose: () => save(link.text) },
    );
  const { origin, pathname, search } = window.location;
  try {
    await navigator.clipboard.writeText(`${origin}${pathname}${search}${link.fragment}`);
    tell('The link to this view is on the clipboard.');
  } catch {
    // Browsers forbid the clipboard on pages that are not served over HTTPS or from this machine.
    tell(
      'The browser does not let this page use the clipboard. The address of the page is the link.',
      'failure',
    );
  }
}
