import { useEffect, useState } from 'react';
import { type NodeId, parseNodeId } from '../schema/ids.ts';
import type { GraphNode } from '../schema/records.ts';
import type { Exploration } from './exploration/exploration.ts';

interface AskedQuoteOptions {
  readonly exploration: Exploration;
  /** False while it is not known who is here: they might be asked to sign in though they are. */
  readonly isReady: boolean;
  readonly link: (record: GraphNode) => void;
}

/** Begins a quote where the address asks for one, as the page of a document does: `#/selected=document/…&do=quote`. */
export function useAskedQuote({ exploration, isReady, link }: AskedQuoteOptions): void {
  // The address is rewritten as soon as the view is there.
  const [asked, setAsked] = useState(() => readAsked(window.location.hash));
  const record = asked && exploration.nodes.get(asked)?.record;
  useEffect(() => {
    if (!record || !isReady) return;
    setAsked(null);
    link(record);
  }, [record, isReady, link]);
}

function readAsked(fragment: string): NodeId | null {
  const values = new URLSearchParams(fragment.replace(/^#\/?/, ''));
  return values.get('do') === 'quote' ? parseNodeId(values.get('selected') ?? '') : null;
}
