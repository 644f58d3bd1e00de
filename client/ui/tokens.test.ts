import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rankTones } from '../../schema/rank-tone.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const pairs = new Map(
  [...css.matchAll(/(--[\w-]+):\s*light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
    ([, token = '', light = '', dark = '']) => [token, { light, dark }] as const,
  ),
);

function colourOf(token: string, theme: 'light' | 'dark'): string {
  const colour = pairs.get(token)?.[theme];
  if (!colour) throw new Error(`${token} is no token with two colours`);
  return colour;
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const tones = [...pairs.keys()].filter((token) => token.startsWith('--tone-'));

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const between = (a: string, b: string) => contrast(colourOf(a, theme), colourOf(b, theme));

  test.each(['--ink', '--ink-soft', '--ink-faint', '--accent', '--disputed'])('%s can be read', (ink) => {
    for (const ground of ['--ground', '--sheet', '--hover'])
      expect(between(ink, ground), ground).toBeGreaterThanOrEqual(4.5);
  });

  test.each([...rankTones])('text on the rank “%s” can be read, and its chip can be seen', (rank) => {
    expect(between(`--on-rank-${rank}`, `--rank-${rank}`)).toBeGreaterThanOrEqual(4.5);
    const seen = Math.max(between(`--rank-${rank}`, '--ground'), between(`--line-rank-${rank}`, '--ground'));
    expect(seen).toBeGreaterThanOrEqual(3);
  });

  test('every node type can be seen', () => {
    expect(tones.length).toBe(12);
    for (const tone of tones) expect(between(tone, '--ground'), tone).toBeGreaterThanOrEqual(3);
  });

  test('text on the accent can be read', () => {
    expect(between('--on-accent', '--accent')).toBeGreaterThanOrEqual(4.5);
  });
});
