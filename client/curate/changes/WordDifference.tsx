import type { ReactNode } from 'react';
import { compareWords } from './compare-words.ts';

interface WordDifferenceProps {
  readonly before: string;
  readonly after: string;
  /** Both texts whole, where too little of the one is in the other. */
  readonly whole: ReactNode;
}

/** A text with the words in it that went and came. */
export function WordDifference({ before, after, whole }: WordDifferenceProps) {
  const parts = compareWords(before, after);
  if (!parts) return whole;
  return (
    <span className="compared-words">
      {parts.map(({ kind, words }, at) => {
        // The parts of two texts stand in their order and never move.
        const key = `${at} ${kind}`;
        if (kind === 'same') return <span key={key}>{words}</span>;
        return kind === 'gone' ? (
          <del key={key}>
            <span className="visually-hidden"> taken out: </span>
            {words}
          </del>
        ) : (
          <ins key={key}>
            <span className="visually-hidden"> put in: </span>
            {words}
          </ins>
        );
      })}
    </span>
  );
}
