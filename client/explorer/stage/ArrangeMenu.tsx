import { ChevronDown } from 'lucide-react';
import { Suspense, useEffect, useRef, useState } from 'react';
import { lazyPart } from '../../api/lazy-part.ts';
import { type Arrangement, arrangements } from '../../exploration/arrangements.ts';
import type { Command } from '../../exploration/commands.ts';
import './stage.css';

const Choices = lazyPart(() => import('./ArrangeChoices.tsx').then((part) => part.ArrangeChoices));

interface ArrangeMenuProps {
  readonly arrangement: Arrangement;
  readonly run: (command: Command) => void;
}

/** Says how the view is arranged; opens the other ways, and offers to arrange it anew in the same. */
export function ArrangeMenu({ arrangement, run }: ArrangeMenuProps) {
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(Choices.ahead, []);
  const [at, setAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const toggle = () => {
    const { left = 0, bottom = 0 } = opener.current?.getBoundingClientRect() ?? {};
    setAt(at ? null : { x: left, y: bottom + 4 });
  };
  return (
    <>
      <button
        ref={opener}
        type="button"
        className="card card-button stage-arrange"
        aria-haspopup="menu"
        aria-expanded={at !== null}
        onClick={toggle}
      >
        <span>
          <span className="stage-wide">Arranged </span>
          {arrangements[arrangement].words}
        </span>
        <ChevronDown aria-hidden="true" />
      </button>
      {at && (
        <Suspense>
          <Choices
            arrangement={arrangement}
            run={run}
            at={at}
            opener={opener.current}
            onClose={() => setAt(null)}
          />
        </Suspense>
      )}
    </>
  );
}
