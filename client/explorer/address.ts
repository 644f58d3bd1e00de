import type { NodeId } from '../../schema/ids.ts';
import type { Camera } from '../exploration/camera.ts';
import type { Exploration } from '../exploration/exploration.ts';
import { decodeView } from '../exploration/share/decode-view.ts';
import { encodeView } from '../exploration/share/encode-view.ts';
import { type SharedView, shareView } from '../exploration/share/shared-view.ts';
import {
  type ReadLink,
  readLink,
  type WrittenLink,
  writeLink,
  writeStartLink,
} from '../exploration/share/view-link.ts';

/** An entry of the browser's history. */
interface Address {
  readonly fragment: string;
  /** The view where the fragment does not say it whole; it survives a reload and is not in a copied link. */
  readonly kept: KeptView | null;
}

interface KeptView {
  /** As `encodeView` writes it. */
  readonly view: string;
  readonly isAsStarted: boolean;
}

/** Whether the view is the one that is there, but for what is selected and where one looks from. */
export function differsInSelection(view: SharedView, here: Exploration): boolean {
  const [one, other] = [view, shareView(here, null)].map((each) =>
    encodeView({ ...each, selection: [], camera: null }),
  );
  return one?.kind === 'encoded' && other?.kind === 'encoded' && one.text === other.text;
}

interface Seen {
  readonly exploration: Exploration;
  readonly seen: Camera | null;
  readonly selected: NodeId | null;
  readonly isAsStarted: boolean;
}

/** Writing a larger view takes longer than a step may, so that it is not kept after each. */
const NODES_KEPT = 2_000;

/** The link to a view. That which the page opens on is said by its selection alone, so that people can read it. */
export function sayLink({ exploration, seen, selected, isAsStarted }: Seen): WrittenLink {
  return isPlain({ seen, isAsStarted })
    ? { kind: 'link', fragment: writeStartLink(selected) }
    : writeLink(shareView(exploration, seen));
}

/**
 * What the address of a view is: its link. Where that does not say the view whole, or would be too long, all of it is
 * kept in the entry; a view that is too large even for that is opened again from a file alone.
 */
export function sayAddress(given: Seen): Address {
  const { exploration, seen, selected, isAsStarted } = given;
  const short = writeStartLink(selected);
  if (exploration.nodes.size > NODES_KEPT) return { fragment: short, kept: null };
  if (isPlain(given)) {
    const encoded = encodeView(shareView(exploration, seen));
    const kept = encoded.kind === 'encoded' ? { view: encoded.text, isAsStarted } : null;
    return { fragment: short, kept };
  }
  const link = sayLink(given);
  if (link.kind === 'link') return { fragment: link.fragment, kept: null };
  return { fragment: short, kept: link.kind === 'tooLong' ? { view: link.text, isAsStarted: false } : null };
}

function isPlain({ seen, isAsStarted }: Pick<Seen, 'seen' | 'isAsStarted'>): boolean {
  return isAsStarted && (seen === null || seen.sight === 'fitted');
}

export function writeAddress(how: 'push' | 'replace', { fragment, kept }: Address): void {
  const { pathname, search } = window.location;
  const address = `${pathname}${search}${fragment}`;
  if (how === 'push') window.history.pushState(kept, '', address);
  else window.history.replaceState(kept, '', address);
}

/** What the address says to open, and whether that is what the page opens on by itself. */
export function readAddress(): { readonly link: ReadLink; readonly isAsStarted: boolean } {
  const kept = readKept(window.history.state);
  if (kept) {
    const decoded = decodeView(kept.view);
    if (decoded.kind === 'view') return { link: decoded, isAsStarted: kept.isAsStarted };
  }
  const link = readLink(window.location.hash);
  return { link, isAsStarted: link.kind !== 'view' };
}

function readKept(state: unknown): KeptView | null {
  if (typeof state !== 'object' || state === null) return null;
  const { view, isAsStarted } = state as Partial<Record<keyof KeptView, unknown>>;
  return typeof view === 'string' ? { view, isAsStarted: isAsStarted === true } : null;
}
