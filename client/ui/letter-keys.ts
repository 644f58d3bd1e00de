import { readStored, useStored } from './use-stored.ts';

const LETTERS = 'oversight-letter-keys';

const read = (stored: string | null) => (stored === 'off' ? 'off' : 'on');

/**
 * Whether a letter by itself is a key. Who speaks to the computer, or whose hands shake, can switch letters off
 * (WCAG 2.1.4); all that they do is in menus, too.
 */
export function areLettersKeys(): boolean {
  return read(readStored(LETTERS)) === 'on';
}

export function useLetterKeys(): readonly [boolean, (isOn: boolean) => void] {
  const [stored, store] = useStored(LETTERS, read);
  return [stored === 'on', (isOn) => store(isOn ? 'on' : 'off')];
}
