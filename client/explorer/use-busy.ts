import { useCallback, useEffect, useRef, useState } from 'react';

/** What is done sooner is not spoken of, in milliseconds: a card that flashes up and goes is only noise. */
const SOON = 250;

/** The words for what is fetched just now, once that takes time, and what sets them; null ends it. */
export function useBusy(): readonly [string | null, (words: string | null) => void] {
  const [busy, setBusy] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const tell = useCallback((words: string | null) => {
    clearTimeout(timer.current);
    if (words === null) setBusy(null);
    else timer.current = setTimeout(() => setBusy(words), SOON);
  }, []);
  return [busy, tell];
}
