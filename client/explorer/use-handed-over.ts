import { useEffect, useRef } from 'react';
import { isHandedOver } from '../api/hand-over.ts';
import { untilFetched } from '../api/lazy-part.ts';
import type { HandedOverOptions } from './show-handed-over.ts';

/** Opens the explorer on what the playground handed over, once it is ready, and says how much of it there is. */
export function useHandedOver({ view, tell }: HandedOverOptions): void {
  const latest = useRef({ view, tell });
  useEffect(() => {
    latest.current = { view, tell };
  });
  const { isReady } = view;
  useEffect(() => {
    if (!isReady || !isHandedOver()) return;
    void untilFetched(() => import('./show-handed-over.ts')).then((part) =>
      part.showHandedOver(latest.current),
    );
  }, [isReady]);
}
