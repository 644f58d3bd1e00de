import { Monitor, Moon, Sun } from 'lucide-react';
import { IconButton } from './Button.tsx';
import { type Theme, themes } from './theme.ts';

const faces = { system: <Monitor />, light: <Sun />, dark: <Moon /> } as const;
const words = { system: 'as the system', light: 'light', dark: 'dark' } as const;

interface ThemeSwitchProps {
  readonly theme: Theme;
  readonly onChoose: (theme: Theme) => void;
}

/** One button that goes round: as the system, light, dark. */
export function ThemeSwitch(props: ThemeSwitchProps) {
  const { words: label, change } = changeTheme(props);
  return <IconButton label={label} icon={faces[props.theme]} onClick={change} />;
}

/** What comes after this theme, in words and as what brings it about. */
export function changeTheme({ theme, onChoose }: ThemeSwitchProps) {
  const next: Theme = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system';
  return {
    words: `Theme: ${words[theme]}. Change to ${words[next]}`,
    change: () => onChoose(next),
  };
}
