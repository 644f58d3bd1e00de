import type { NodeId } from '../../../schema/ids.ts';
import { SideRows } from '../form/SideRows.tsx';
import { useCurrent } from '../save/use-current.ts';
import { listLinks } from './list-links.ts';

/** How the quote is linked already: what is chosen below is added to that. */
export function LinkedNow({ id }: { readonly id: NodeId }) {
  const current = useCurrent(id);
  if (current.kind !== 'loaded') return null;
  return (
    <>
      <p className="form-note">It is linked so far as this; what you choose below is added.</p>
      <SideRows rows={listLinks(current.value)} />
    </>
  );
}
