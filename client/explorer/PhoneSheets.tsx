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

/** The canvas on a small screen, with one of the panels as a sheet below it. */
export function PhoneSheets({ panels, selected, middle, left, right, timeline, table }: PhoneSheetsProps) {
  const { sheet, openSheet, setLeft } = panels;
  const before = useRef(selected);
  useEffect(() => {
    if (selected && selected !== before.current) openSheet('right');
    before.current = selected;
  }, [selected, openSheet]);
  const isLeft = (which: 'legend' | 'outline') => sheet === 'left' && panels.left === which;
  const openLeft = (which: 'legend' | 'outline') => {
    setLeft(which);
    openSheet('left');
  };
  const ways = [
    { words: 'Legend', icon: <Shapes />, isOpen: isLeft('legend'), open: () => openLeft('legend') },
    { words: 'Outline', icon: <List />, isOpen: isLeft('outline'), open: () => openLeft('outline') },
    {
      words: 'Timeline',
      icon: <ChartGantt />,
      isOpen: sheet === 'timeline',
      open: () => openSheet('timeline'),
    },
    { words: 'Table', icon: <Table2 />, isOpen: sheet === 'table', open: () => openSheet('table') },
    { words: 'Details', icon: <Info />, isOpen: sheet === 'right', open: () => openSheet('right') },
  ];
  const sheets = { left, right, timeline, table };
  return (
    <div className="phone">
      {middle}
      {sheet && <div className={sheet === 'timeline' ? 'sheet sheet-low' : 'sheet'}>{sheets[sheet]}</div>}
      <nav className="phone-bar" aria-label="Panels">
        {ways.map(({ words, icon, isOpen, open }) => (
          <Button
            key={words}
            look="quiet"
            icon={icon}
            aria-pressed={isOpen}
            onClick={isOpen ? panels.closeSheet : open}
          >
            {words}
          </Button>
        ))}
      </nav>
    </div>
  );
}
