import type { Theme } from '../ui/theme.ts';

/** How a view stands in a page of somebody else. */
export interface EmbedChoices {
  /** Read aloud in the place of the frame; never empty. */
  readonly title: string;
  /** In CSS pixels; null is as wide as there is room. */
  readonly width: number | null;
  readonly height: number;
  readonly theme: Theme;
}

/** The address of the page within the frame. */
export function embedAddress(origin: string, fragment: string, theme: Theme): string {
  return `${origin}/embed${theme === 'system' ? '' : `?theme=${theme}`}${fragment}`;
}

/** The HTML that shows the view, safe to be pasted whatever its title says. */
export function embedCode(address: string, { title, width, height }: EmbedChoices): string {
  const attributes = [
    ['src', address],
    ['title', title.trim() || 'A view of Oversight'],
    ['width', width === null ? '100%' : String(width)],
    ['height', String(height)],
    ['loading', 'lazy'],
    ['style', 'border:0'],
  ] as const;
  return `<iframe ${attributes.map(([name, value]) => `${name}="${escapeAttribute(value)}"`).join(' ')}></iframe>`;
}

function escapeAttribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** A number that was typed, within bounds; null where it is none. */
export function readSize(typed: string, least: number, most: number): number | null {
  const size = Number.parseInt(typed, 10);
  return Number.isNaN(size) ? null : Math.min(most, Math.max(least, size));
}
