import { useEffect, useRef } from 'react';
import { actionOfPress, type ExplorerAction, isLetterPress, pressOf } from '../exploration/actions.ts';
import { areLettersKeys } from '../ui/letter-keys.ts';

/**
 * Keys that hold on the whole page, but not while someone types. The canvas, the outline and the table take theirs
 * first. `act` tells whether the action did anything; else the key stays the browser's.
 */
export function useKeys(act: (action: ExplorerAction, press: string) => boolean): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isTyping(event.target)) return;
      // What lies behind a dialogue is out of reach for keys, too, wherever the focus has gone.
      if (document.querySelector('dialog:modal')) return;
      const pressed = pressOf(event);
      if (isLetterPress(pressed) && !areLettersKeys()) return;
      const action = actionOfPress('page', pressed);
      if (action && latest.current(action, pressed)) event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      (target.matches('input, textarea, select') &&
        !target.matches('[type=checkbox], [type=radio], [type=range]')))
  );
}
