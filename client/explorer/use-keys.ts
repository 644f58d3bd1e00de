import { useEffect, useRef } from 'react';

export interface KeyHandlers {
  readonly search: () => void;
  readonly help: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly fit: () => void;
  /** Asks for paths where nothing is selected; a node that is selected takes the same key. */
  readonly findPath: () => void;
  /** The next path or the one before; tells whether there is any. */
  readonly stepPath: (by: 1 | -1) => boolean;
  /** Lets go of one thing: the selection, then what else is open. */
  readonly letGo: () => void;
  /** A key that acts on what is selected; tells whether it was one. */
  readonly act: (key: string) => boolean;
}

/** Keys that hold on the whole page, but not while someone types. The canvas and the outline take theirs first. */
export function useKeys(handlers: KeyHandlers): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isTyping(event.target)) return;
      if (readKey(event, latest.current)) event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

function readKey(event: KeyboardEvent, handlers: KeyHandlers): boolean {
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) return !event.altKey && readHistoryKey(key, event.shiftKey, handlers);
  if (event.altKey) return false;
  switch (key) {
    case '/':
      handlers.search();
      return true;
    case '?':
      handlers.help();
      return true;
    case 'f':
      handlers.fit();
      return true;
    case 'n':
      return handlers.stepPath(event.shiftKey ? -1 : 1);
    case 'w':
      if (!handlers.act(event.key)) handlers.findPath();
      return true;
    case 'escape':
      handlers.letGo();
      return true;
    default:
      return handlers.act(event.key);
  }
}

function readHistoryKey(key: string, isShifted: boolean, { undo, redo }: KeyHandlers): boolean {
  if (key === 'z') isShifted ? redo() : undo();
  else if (key === 'y') redo();
  else return false;
  return true;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      (target.matches('input, textarea, select') && !target.matches('[type=checkbox], [type=range]')))
  );
}
