import { useMemo, useState } from 'react';
import type { NodeId, RelationshipId } from '../schema/ids.ts';
import type { Point } from './exploration/exploration.ts';
import type { ExportFormat } from './export/export-formats.ts';

/** What is open of the ways by which something leaves the explorer. */
export type OpenOutlet =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'menu'; readonly at: Point }
  | { readonly kind: 'export'; readonly format: ExportFormat }
  | { readonly kind: 'about' }
  | { readonly kind: 'cite'; readonly id: NodeId | RelationshipId }
  | { readonly kind: 'history' }
  | { readonly kind: 'views' }
  | { readonly kind: 'embed'; readonly fragment: string };

/** The menu “Export” and the dialogues that it opens, one at a time. */
export function useOutlet() {
  const [open, setOpen] = useState<OpenOutlet>({ kind: 'nothing' });
  return useMemo(
    () => ({
      open,
      openMenu: (at: Point) => setOpen({ kind: 'menu', at }),
      openExport: (format: ExportFormat) => setOpen({ kind: 'export', format }),
      openAbout: () => setOpen({ kind: 'about' }),
      openCite: (id: NodeId | RelationshipId) => setOpen({ kind: 'cite', id }),
      openEmbed: (fragment: string) => setOpen({ kind: 'embed', fragment }),
      openViews: () => setOpen({ kind: 'views' }),
      toggleHistory: () => setOpen((before) => ({ kind: before.kind === 'history' ? 'nothing' : 'history' })),
      close: () => setOpen({ kind: 'nothing' }),
    }),
    [open],
  );
}
