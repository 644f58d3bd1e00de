import { useEffect, useRef } from 'react';
import type { NodeId } from '../../schema/ids.ts';
import { readShareLink, writeShareLink } from '../exploration/share-link.ts';

interface AddressOptions {
  readonly selected: NodeId | null;
  /** Whether the view stands; before that the address says what to select, and is left alone. */
  readonly isReady: boolean;
  /** The user went back or forward, or opened another link. */
  readonly onArrive: (selected: NodeId | null) => void;
}

/** Keeps the address in step with the selection, one entry of the history for each node that is selected. */
export function useAddress({ selected, isReady, onArrive }: AddressOptions): void {
  const arrive = useRef(onArrive);
  useEffect(() => {
    arrive.current = onArrive;
  });
  useEffect(() => {
    if (!isReady) return;
    if (readShareLink(window.location.hash).selected === selected) return;
    const { pathname, search } = window.location;
    window.history.pushState(null, '', `${pathname}${search}${writeShareLink({ selected })}`);
  }, [selected, isReady]);
  useEffect(() => {
    const follow = () => arrive.current(readShareLink(window.location.hash).selected);
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
}
