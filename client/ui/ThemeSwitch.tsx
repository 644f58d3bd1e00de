import { Monitor, Moon, Sun } from 'lucide-react';
import { IconButton } from './Button.tsx';
import { applyTheme, readTheme, THEME_KEY, type Theme, themes } from './theme.ts';
import { useStored } from './use-stored.ts';

const faces = { system: <Monitor />, light: <Sun />, dark: <Moon /> } as const;
const words = { system: 'as the system', light: 'light', dark: 'dark' } as const;

/** One button that goes round: as the system, light, dark. */
export function ThemeSwitch() {
  const [theme, setTheme] = useStored(THEME_KEY, readTheme);
  const next: Theme = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system';
  return (
    <IconButton
      label={`Theme: ${words[theme]}. Change to ${words[next]}`}
      icon={faces[theme]}
      onClick={() => {
        setTheme(next);
        applyTheme(next);
      }}
    />
  );
}
