import { useEffect } from 'react';

/** Where the keyboard can be put: the content of each panel, and the canvas. */
const PLACES = '.panel-body, .canvas';

/** Lists and forms that know better where the keyboard goes on have so long to put it there, in milliseconds. */
const PATIENCE = 60;

/**
 * Where what had the focus goes from the page, as a button that opens a panel or a link of the inspector does, browsers
 * leave the keyboard nowhere. Then it goes on in the panel that came, or where it was, or else on the canvas.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: Element | null = null;
    let around: Element | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const isLost = () => last !== null && !last.isConnected && document.activeElement === document.body;
    const remember = ({ target }: FocusEvent) => {
      last = target instanceof Element ? target : null;
      around = last && placeAround(last);
    };
    const keep = (came: Element | null) => {
      if (!isLost()) return;
      const place = [came, around].find((each) => each?.isConnected) ?? document.querySelector('.canvas');
      if (place instanceof HTMLElement) place.focus({ preventScroll: true });
    };
    const observer = new MutationObserver((changes) => {
      if (!isLost()) return;
      const came = placeIn(changes);
      clearTimeout(timer);
      timer = setTimeout(() => keep(came), PATIENCE);
    });
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', remember);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('focusin', remember);
    };
  }, []);
}

/** Puts the keyboard into the next panel on the page, round and round, or into the one before. */
export function goToPanel(by: 1 | -1): void {
  const places = [...document.querySelectorAll<HTMLElement>(PLACES)];
  const at = places.findIndex((place) => place.contains(document.activeElement));
  const next = at < 0 && by < 0 ? places.length - 1 : (at + by + places.length) % places.length;
  places[next]?.focus();
}

function placeAround(element: Element): Element | null {
  return element.closest(PLACES) ?? element.closest('.panel')?.querySelector(PLACES) ?? null;
}

/** The panel that came with these changes. */
function placeIn(changes: readonly MutationRecord[]): Element | null {
  for (const { addedNodes } of changes)
    for (const node of addedNodes) {
      const place = node instanceof Element ? node.querySelector('.panel-body') : null;
      if (place) return place;
    }
  return null;
}
