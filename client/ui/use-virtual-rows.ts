import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState } from 'react';

interface VirtualRowsOptions {
  readonly count: number;
  /** The row where the keyboard is; it is drawn even while it is scrolled out of sight. −1 for none. */
  readonly current: number;
  readonly keyAt: (index: number) => string;
  /** Of a row before it is measured, in pixels. */
  readonly height: number;
  /** What takes the focus within the current row; the row itself where it is left out. */
  readonly focusWithin?: string;
  /** What stands before the first row within the scroller and stays there, in pixels. */
  readonly headHeight?: number;
}

/**
 * Of a long list, only the rows that can be seen, and the one where the keyboard is: a roving tab stop must not be
 * lost when its row is scrolled away. Rows bear `data-index`.
 */
export function useVirtualRows(options: VirtualRowsOptions) {
  const { count, current, keyAt, height, focusWithin = '', headHeight = 0 } = options;
  const scroller = useRef<HTMLDivElement>(null);
  // State, so that it is asked for in the very drawing in which the row is the current one: what an earlier drawing
  // has still to do would give the focus to the row before.
  const [asked, setAsked] = useState(0);
  const given = useRef(0);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: keyAt,
    overscan: 6,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    useFlushSync: false,
    rangeExtractor(range) {
      const drawn = defaultRangeExtractor(range);
      if (current < 0 || current >= count || drawn.includes(current)) return drawn;
      return [...drawn, current].sort((a, b) => a - b);
    },
  });
  // A row that goes takes the focus with it, and the browser gives it to nobody: then it is the current row's.
  const hadFocus = useRef(false);
  useEffect(() => {
    const element = scroller.current;
    const note = ({ type, relatedTarget }: FocusEvent) => {
      if (type === 'focusin') hadFocus.current = true;
      else if (relatedTarget) hadFocus.current = false;
    };
    element?.addEventListener('focusin', note);
    element?.addEventListener('focusout', note);
    return () => {
      element?.removeEventListener('focusin', note);
      element?.removeEventListener('focusout', note);
    };
  }, []);
  useEffect(() => {
    const isLost = hadFocus.current && document.activeElement === document.body;
    if (asked === given.current && !isLost) return;
    const row = scroller.current?.querySelector<HTMLElement>(
      `[data-index="${current}"] ${focusWithin}`.trim(),
    );
    if (!row) return;
    given.current = asked;
    row.focus({ preventScroll: true });
  });
  return {
    scroller,
    rows,
    /** Brings the row into sight. */
    show: useCallback((index: number) => rows.scrollToIndex(index, { align: 'auto' }), [rows]),
    /** Gives the focus to the current row as soon as it is drawn. */
    takeFocus: useCallback(() => setAsked((times) => times + 1), []),
    /** Whether the focus is within the list. */
    hasFocus: () => scroller.current?.contains(document.activeElement) ?? false,
  };
}
