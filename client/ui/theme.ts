import { readStored } from './use-stored.ts';

/** `system` follows the operating system. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const THEME_KEY = 'oversight-theme';

export function readTheme(stored: string | null): Theme {
  return themes.find((theme) => theme === stored) ?? 'system';
}

/** Sets the theme on the root, where the tokens look for it. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Called before anything is drawn, so that the page does not flash in the other theme. */
export function applyStoredTheme(): void {
  applyTheme(readTheme(readStored(THEME_KEY)));
}
