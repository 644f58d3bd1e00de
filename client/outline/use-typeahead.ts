import { useEffect, useRef, useState } from 'react';

/** A pause this long ends a word, in milliseconds. */
const PAUSE = 1_000;

/**
 * Names are found by typing how they begin. Where letters are keys, an apostrophe begins it (as in Firefox), or a
 * letter that is no key; then every letter belongs to the name until a pause.
 */
export function useTypeahead(find: (begin: string) => void) {
  const [typed, setTyped] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const set = (next: string | null) => {
    clearTimeout(timer.current);
    setTyped(next);
    if (next !== null) timer.current = setTimeout(() => setTyped(null), PAUSE);
    if (next) find(next);
  };
  return {
    /** What was typed so far; null while nothing is looked for. */
    typed,
    /** Takes a key if it belongs to a name; `isKey` says whether the letter means something else here. */
    take(key: string, isKey: boolean): boolean {
      if (typed !== null && key === 'Escape') set(null);
      else if (typed !== null && key === 'Backspace') set(typed.slice(0, -1));
      else if (typed === null && key === "'") set('');
      else if (key.length === 1 && (typed || key !== ' ') && (typed !== null || !isKey))
        set((typed ?? '') + key);
      else return false;
      return true;
    },
  };
}
