import { useEffect, useRef } from 'react';

/** A function that stays the same object, and does what the one given last does. It is not to be called while drawing. */
export function useStable<Given extends readonly unknown[], Result>(
  does: (...given: Given) => Result,
): (...given: Given) => Result {
  const latest = useRef(does);
  useEffect(() => {
    latest.current = does;
  });
  return useRef((...given: Given) => latest.current(...given)).current;
}
