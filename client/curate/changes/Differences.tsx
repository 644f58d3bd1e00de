import { Suspense } from 'react';
import type { Difference } from '../../api/curating/load-changes.ts';
import { lazyPart } from '../../api/lazy-part.ts';
import { type Names, type SaidDifference, sayDifferences } from './say-change.ts';

const WordDifference = lazyPart(() => import('./WordDifference.tsx').then((part) => part.WordDifference));

/** From so many words on a text is compared word by word. */
const TEXT_OF_WORDS = 4;

interface DifferencesProps {
  readonly differences: readonly Difference[];
  readonly names: Names;
}

/** What was before and after, property by property; texts word by word. */
export function Differences({ differences, names }: DifferencesProps) {
  if (differences.length === 0) return null;
  return (
    <dl className="differences">
      {sayDifferences(differences, names).map((difference) => (
        <div key={difference.label}>
          <dt>{difference.label}</dt>
          <dd>
            <BeforeAndAfter difference={difference} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function BeforeAndAfter({ difference }: { readonly difference: SaidDifference }) {
  const { before, after } = difference;
  const whole = <Whole difference={difference} />;
  const isText = [before, after].every((text) => (text?.split(/\s+/).length ?? 0) >= TEXT_OF_WORDS);
  if (!isText || before === null || after === null) return whole;
  return (
    <Suspense fallback={whole}>
      <WordDifference before={before} after={after} whole={whole} />
    </Suspense>
  );
}

function Whole({ difference: { before, after } }: { readonly difference: SaidDifference }) {
  return (
    <>
      {before !== null && (
        <del>
          <span className="visually-hidden">before: </span>
          {before}
        </del>
      )}
      {after !== null && (
        <ins>
          <span className="visually-hidden">after: </span>
          {before !== null && <span aria-hidden="true">→ </span>}
          {after}
        </ins>
      )}
    </>
  );
}
