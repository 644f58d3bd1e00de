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

/** Red, green and blue in linear light, 0 to 1. */
function linear(colour: string): readonly number[] {
  return [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = linear(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

type Matrix = readonly (readonly [number, number, number])[];

/** What eyes without one sort of cone see, by Machado, Oliveira and Fernandes (2009), in linear light. */
const eyes: Readonly<Record<string, Matrix>> = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'eyes without red': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'eyes without green': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  'eyes without blue': [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
const toCones: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const toOklab: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
/** In OKLab, where about 0.02 is the least difference that is noticed. */
const DISTINCT = 0.08;

/** The colour as such an eye sees it, in OKLab. */
function perceive(colour: readonly number[], eye: Matrix): readonly number[] {
  const seen = times(eye, colour).map((part) => Math.min(1, Math.max(0, part)));
  return times(toOklab, times(toCones, seen).map(Math.cbrt));
}

function times(matrix: Matrix, [a = 0, b = 0, c = 0]: readonly number[]): readonly number[] {
  return matrix.map(([x, y, z]) => x * a + y * b + z * c);
}

const choices = [...pairs.keys()].filter((token) => token.startsWith('--choice-'));
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

  test('every tone that can be chosen can be seen', () => {
    expect(choices.length).toBeGreaterThanOrEqual(8);
    for (const choice of choices)
      for (const ground of ['--ground', '--sheet', '--hover'])
        expect(between(choice, ground), `${choice} on ${ground}`).toBeGreaterThanOrEqual(3);
  });

  test.each(Object.entries(eyes))('tones that can be chosen differ for %s', (_, eye) => {
    const seen = choices.map((choice) => [choice, perceive(linear(colourOf(choice, theme)), eye)] as const);
    for (const [index, [name, colour]] of seen.entries())
      for (const [other, further] of seen.slice(index + 1))
        expect(
          Math.hypot(...colour.map((part, i) => part - (further[i] ?? 0))),
          `${name}, ${other}`,
        ).toBeGreaterThan(DISTINCT);
  });

  test('text on the accent can be read', () => {
    expect(between('--on-accent', '--accent')).toBeGreaterThanOrEqual(4.5);
  });
});
