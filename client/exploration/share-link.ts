import { type NodeId, parseNodeId } from '../../schema/ids.ts';

/** What the address of a page says about the view. */
export interface SharedView {
  readonly selected: NodeId | null;
}

/** Reads the fragment of an address, as `#/selected=person/anthony-douglas`; what is not understood is left out. */
export function readShareLink(fragment: string): SharedView {
  const values = new URLSearchParams(fragment.replace(/^#\/?/, ''));
  return { selected: parseNodeId(values.get('selected') ?? '') };
}

/** The fragment that says the view; empty for a view that says nothing. */
export function writeShareLink({ selected }: SharedView): string {
  // Ids need no escape but the slash, which a fragment may hold; so the address can be read by people.
  return selected ? `#/selected=${selected}` : '';
}
