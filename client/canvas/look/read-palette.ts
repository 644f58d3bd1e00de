import { type NodeTone, nodeTypeNames, nodeTypes } from '../../../schema/node-types.ts';
import { type RankTone, rankTones } from '../../../schema/rank-tone.ts';

/** The tokens of the canvas as colours that a drawing surface understands, for the theme of the moment. */
export interface Palette {
  readonly ground: string;
  readonly sheet: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly disputed: string;
  readonly relationship: string;
  readonly rule: string;
  readonly tones: Readonly<Record<NodeTone, string>>;
  readonly ranks: Readonly<
    Record<RankTone, { readonly ground: string; readonly ink: string; readonly line: string }>
  >;
  readonly sans: string;
  readonly serif: string;
}

/** Reads a token as the element sees it; a fake one is enough for tests without a page. */
export type ReadToken = (token: `--${string}`) => string;

/** Reads the tokens through a child of the element, whose computed colour has light-dark() settled. */
export function tokenReader(element: HTMLElement): { readonly read: ReadToken; readonly done: () => void } {
  const probe = element.ownerDocument.createElement('span');
  probe.hidden = true;
  // Else every colour that is not the system's own would read as that of its text where colours are forced.
  probe.style.setProperty('forced-color-adjust', 'none');
  element.append(probe);
  const style = getComputedStyle(probe);
  return {
    read: (token) => {
      if (token === '--sans' || token === '--serif') return style.getPropertyValue(token);
      probe.style.color = `var(${token})`;
      return style.color;
    },
    done: () => probe.remove(),
  };
}

export function readPalette(read: ReadToken): Palette {
  const tones = nodeTypeNames.map((type) => nodeTypes[type].look.tone);
  return {
    ground: read('--ground'),
    sheet: read('--sheet'),
    ink: read('--ink'),
    inkSoft: read('--ink-soft'),
    accent: read('--accent'),
    onAccent: read('--on-accent'),
    disputed: read('--disputed'),
    relationship: read('--relationship'),
    rule: read('--rule'),
    tones: record(tones, (tone) => read(`--tone-${tone}`)),
    ranks: record(rankTones, (tone) => ({
      ground: read(`--rank-${tone}`),
      ink: read(`--on-rank-${tone}`),
      line: read(`--line-rank-${tone}`),
    })),
    sans: read('--sans'),
    serif: read('--serif'),
  };
}

function record<Key extends string, Value>(
  keys: readonly Key[],
  of: (key: Key) => Value,
): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<Key, Value>;
}
