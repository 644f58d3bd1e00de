import type { ReactNode } from 'react';
import type { Marked } from './use-suggestions.ts';

/** The text with the stretches that matched in bold. */
export function MarkedText({ text, ranges }: Marked) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    if (start < at) continue;
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
