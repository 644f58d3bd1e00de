import { useCallback, useState } from 'react';
import { useMedia } from '../ui/use-media.ts';
import { useStored } from '../ui/use-stored.ts';

export type LeftPanel = 'legend' | 'outline' | 'closed';
/** What stands at the foot of the canvas. */
export type Foot = 'timeline' | 'table';
export type Sheet = 'left' | 'right' | Foot | null;

const readLeft = (stored: string | null): LeftPanel =>
  stored === 'outline' || stored === 'closed' ? stored : 'legend';
const readRight = (stored: string | null) => (stored === 'closed' ? 'closed' : 'open');

// Closed at first: with it the names of the starting view would be too small to be read on a small laptop.
const readFoot = (stored: string | null): Foot | 'closed' =>
  stored === 'timeline' || stored === 'table' ? stored : 'closed';

/** Which panels are open, remembered by the browser; on a phone one sheet at most lies over the canvas. */
export function usePanels() {
  const isPhone = useMedia('(max-width: 760px)');
  const [storedLeft, setStoredLeft] = useStored('oversight-left-panel', readLeft);
  const [right, setRight] = useStored('oversight-right-panel', readRight);
  const [foot, setFoot] = useStored('oversight-foot', readFoot);
  const [sheet, setSheet] = useState<Sheet>(null);
  const [sheetLeft, setSheetLeft] = useState<Exclude<LeftPanel, 'closed'>>('legend');
  const closeSheet = useCallback(() => setSheet(null), []);
  return {
    isPhone,
    left: isPhone ? sheetLeft : storedLeft,
    right,
    sheet,
    closeSheet,
    openSheet: setSheet,
    setLeft: (left: Exclude<LeftPanel, 'closed'>) => (isPhone ? setSheetLeft(left) : setStoredLeft(left)),
    closeLeft: () => (isPhone ? setSheet(null) : setStoredLeft('closed')),
    closeRight: () => (isPhone ? setSheet(null) : setRight('closed')),
    openRight: () => setRight('open'),
    foot,
    openFoot: (which: Foot) => setFoot(which),
    closeFoot: () => (isPhone ? setSheet(null) : setFoot('closed')),
    /** What was just chosen is to be seen. */
    showDetails: () => (isPhone ? setSheet('right') : setRight('open')),
  };
}
