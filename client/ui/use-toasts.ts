import { useCallback, useRef, useState } from 'react';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'news' | 'failure';
  readonly action: ToastAction | null;
}

/** What can be done about a message. */
export interface ToastAction {
  readonly words: string;
  readonly onChoose: () => void;
}

export type Tell = (text: string, tone?: Toast['tone'], action?: ToastAction) => void;

/** Long enough to read two lines twice; a failure stays until it is closed. */
const SHOWN_FOR = 6_000;

/** Short messages: `announce` is for screen readers alone, `tell` is shown, too. */
export function useToasts() {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const [announcement, setAnnouncement] = useState('');
  const next = useRef(1);
  const close = useCallback(
    (id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id)),
    [],
  );
  const announce = useCallback((text: string) => {
    // A region that gets the same text twice stays silent, so every other message ends in a thin space.
    setAnnouncement((before) => (before === text ? `${text}\u2009` : text));
  }, []);
  const tell = useCallback(
    (text: string, tone: Toast['tone'] = 'news', action?: ToastAction) => {
      const id = next.current++;
      // What is said again takes the place of what it repeats.
      setToasts((shown) => [
        ...shown.filter((toast) => toast.text !== text).slice(-2),
        { id, text, tone, action: action ?? null },
      ]);
      announce(text);
      if (tone === 'news') setTimeout(() => close(id), SHOWN_FOR);
    },
    [announce, close],
  );
  return { toasts, announcement, announce, tell, close };
}
