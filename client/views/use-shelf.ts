import { useCallback, useState } from 'react';
import { type ReadShelf, readShelf, type Shelf, writeShelf } from './shelf.ts';

const KEY = 'oversight-views';
/** What could not be read is kept here, so that nothing is lost by the next saving. */
const DAMAGED_KEY = 'oversight-views-damaged';

/** The saved views of this browser. `change` tells whether the browser could keep what was changed. */
export function useShelf() {
  const [{ shelf, isDamaged }, setRead] = useState<ReadShelf>(readStored);
  const change = useCallback((make: (shelf: Shelf) => Shelf): boolean => {
    // Read anew, because another page of ours may have saved one meanwhile.
    const before = readStored();
    const next = make(before.shelf);
    if (!store(next, before.isDamaged)) return false;
    setRead({ shelf: next, isDamaged: before.isDamaged });
    return true;
  }, []);
  return { shelf, isDamaged, change };
}

function readStored(): ReadShelf {
  try {
    return readShelf(localStorage.getItem(KEY));
  } catch {
    // Browsers throw where storage is forbidden; nothing is kept then.
    return { shelf: [], isDamaged: false };
  }
}

function store(shelf: Shelf, isDamaged: boolean): boolean {
  try {
    if (isDamaged) localStorage.setItem(DAMAGED_KEY, localStorage.getItem(KEY) ?? '');
    localStorage.setItem(KEY, writeShelf(shelf));
    return true;
  } catch {
    // Full or forbidden; what was stored before is there still, since the browser writes all or nothing.
    return false;
  }
}
