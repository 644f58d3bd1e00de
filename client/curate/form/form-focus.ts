const FIELDS = 'input, textarea, select';

/**
 * Puts the focus into the first field, and returns what gives it back to where it was. Where there is no keyboard but
 * one that lies over the page, the focus stays: the keyboard would hide the form that was just opened.
 */
export function focusFirst(form: HTMLFormElement | null): () => void {
  const before = document.activeElement;
  if (!window.matchMedia('(pointer: coarse)').matches)
    form?.querySelector<HTMLElement>(FIELDS)?.focus({ preventScroll: true });
  return () => {
    if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus();
  };
}

/** Puts the focus into the first field that something is wrong with. */
export function focusProblem(form: HTMLFormElement | null): void {
  form
    ?.querySelector('.field > .field-problem')
    ?.closest('.field')
    ?.querySelector<HTMLElement>(FIELDS)
    ?.focus();
}

/** Puts the focus on the button that saves. */
export function focusSave(form: HTMLElement | null): void {
  form?.querySelector<HTMLElement>('[type=submit]')?.focus();
}
