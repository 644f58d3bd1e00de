import { ChartGantt, Info, List, Shapes, Table2 } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import type { NodeId } from '../../schema/ids.ts';
import { Button } from '../ui/Button.tsx';
import './explorer.css';
import type { usePanels } from './use-panels.ts';

interface PhoneSheetsProps {
  readonly panels: ReturnType<typeof usePanels>;
  readonly selected: NodeId | null;
  readonly middle: ReactNode;
  readonly left: ReactNode;
  readonly right: ReactNode;
  readonly timeline: ReactNode;
  readonly table: ReactNode;
}

/** The canvas on a small screen, with the panels as sheets over its lower part. */
export function PhoneSheets({ panels, selected, middle, left, right, timeline, table }: PhoneSheetsProps) {
  const { sheet, openSheet, setLeft } = panels;
  const before = useRef(selected);
  useEffect(() => {
    if (selected && selected !== before.current) openSheet('right');
    before.current = selected;
  }, [selected, openSheet]);
  const open = (which: 'legend' | 'outline') => {
    setLeft(which);
    openSheet('left');
  };
  const sheets = { left, right, timeline, table };
  return (
    <div className="phone">
      {middle}
      {sheet && <div className={sheet === 'timeline' ? 'sheet sheet-low' : 'sheet'}>{sheets[sheet]}</div>}
      <nav className="phone-bar" aria-label="Panels">
        <Button look="quiet" icon={<Shapes />} onClick={() => open('legend')}>
          Legend
        </Button>
        <Button look="quiet" icon={<List />} onClick={() => open('outline')}>
          Outline
        </Button>
        <Button look="quiet" icon={<ChartGantt />} onClick={() => openSheet('timeline')}>
          Timeline
        </Button>
        <Button look="quiet" icon={<Table2 />} onClick={() => openSheet('table')}>
          Table
        </Button>
        <Button look="quiet" icon={<Info />} onClick={() => openSheet('right')}>
          Details
        </Button>
      </nav>
    </div>
  );
}
