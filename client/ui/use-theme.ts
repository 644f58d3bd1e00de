import { useCallback } from 'react';
import { applyTheme, readTheme, THEME_KEY, type Theme } from './theme.ts';
import { useStored } from './use-stored.ts';

/** The theme that was chosen, and the way to choose another; called once for a page. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, store] = useStored(THEME_KEY, readTheme);
  const choose = useCallback(
    (next: Theme) => {
      // First of all, so that whoever reads colours when the state changes reads the new ones.
      applyTheme(next);
      store(next);
    },
    [store],
  );
  return [theme, choose];
}
