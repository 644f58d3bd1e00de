import { ChevronDown, RefreshCw } from 'lucide-react';
import { Suspense, useRef, useState } from 'react';
import { type Arrangement, arrangementNames, arrangements } from '../../exploration/arrangements.ts';
import type { Command } from '../../exploration/commands.ts';
import { OpenedMenu } from '../opened-menu.ts';
import './stage.css';

interface ArrangeMenuProps {
  readonly arrangement: Arrangement;
  readonly run: (command: Command) => void;
}

/** Says how the view is arranged; opens the other ways, and offers to arrange it anew in the same. */
export function ArrangeMenu({ arrangement, run }: ArrangeMenuProps) {
  const opener = useRef<HTMLButtonElement>(null);
  const [at, setAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const close = () => setAt(null);
  const toggle = () => {
    const { left = 0, bottom = 0 } = opener.current?.getBoundingClientRect() ?? {};
    setAt(at ? null : { x: left, y: bottom + 4 });
  };
  const ways = arrangementNames.map((by) => ({
    key: by,
    words: capitalise(arrangements[by].words),
    note: arrangements[by].says,
    isChosen: by === arrangement,
    onChoose: () => run({ kind: 'arrange', by }),
  }));
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
          <OpenedMenu
            label="Arrange"
            items={[
              ...ways,
              {
                key: 'anew',
                words: 'Arrange anew',
                note: 'In the same way; what is pinned stays',
                icon: <RefreshCw />,
                onChoose: () => run({ kind: 'arrange', by: arrangement }),
              },
            ]}
            at={at}
            opener={opener.current}
            onClose={close}
          />
        </Suspense>
      )}
    </>
  );
}

function capitalise(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
