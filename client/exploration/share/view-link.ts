import { type NodeId, parseNodeId } from '../../../schema/ids.ts';
import { decodeView } from './decode-view.ts';
import { encodeView } from './encode-view.ts';
import type { SharedView } from './shared-view.ts';
import type { ViewProblem } from './view-problems.ts';

/** What the fragment of an address says. */
export type ReadLink =
  /** The first starting view, with this node selected, or with nothing. */
  | { readonly kind: 'start'; readonly selected: NodeId | null }
  | { readonly kind: 'view'; readonly view: SharedView }
  /** The node that was selected may be known all the same: it stands in front. */
  | { readonly kind: 'problem'; readonly problem: ViewProblem; readonly selected: NodeId | null };

export type WrittenLink =
  | { readonly kind: 'link'; readonly fragment: string }
  /** The view goes into a file only. `text` is that of `encodeView`. */
  | { readonly kind: 'tooLong'; readonly text: string }
  | { readonly kind: 'problem'; readonly problem: ViewProblem };

/**
 * Longest fragment that is written, in characters: mail programs, chats and spreadsheets cut longer addresses or
 * refuse them, although browsers would take a megabyte (docs/decisions/0011).
 */
export const LONGEST_LINK = 32_000;

/** Reads a fragment, as `#/selected=person/anthony-douglas` or `#/selected=…&view=1.…`; what is not understood is left out. */
export function readLink(fragment: string): ReadLink {
  const values = new URLSearchParams(fragment.replace(/^#\/?/, ''));
  const selected = parseNodeId(values.get('selected') ?? '');
  const text = values.get('view');
  if (text === null) return { kind: 'start', selected };
  const decoded = decodeView(text);
  return decoded.kind === 'view' ? decoded : { ...decoded, selected };
}

/**
 * The fragment that says the whole view. What is selected stands in front, too, so that people can read what the link
 * is about, and one that was cut off still leads there.
 */
export function writeLink(view: SharedView): WrittenLink {
  const encoded = encodeView(view);
  if (encoded.kind === 'problem') return encoded;
  const selected = parseNodeId(view.selection.at(-1) ?? '');
  const fragment = `#/${selected ? `selected=${selected}&` : ''}view=${encoded.text}`;
  return fragment.length > LONGEST_LINK
    ? { kind: 'tooLong', text: encoded.text }
    : { kind: 'link', fragment };
}

/** The fragment that says no more than what is selected on the first starting view; empty where nothing is. */
export function writeStartLink(selected: NodeId | null): string {
  // Ids need no escape but the slash, which a fragment may hold; so the address can be read by people.
  return selected ? `#/selected=${selected}` : '';
}
