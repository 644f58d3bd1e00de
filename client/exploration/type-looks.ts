import { type NodeTone, type NodeType, nodeTypes } from '../../schema/node-types.ts';

/** Tones that a type can be given, as tokens `--choice-…`. None is a red, which is for disputes. */
export const toneChoices = ['violet', 'blue', 'teal', 'green', 'olive', 'amber', 'magenta', 'grey'] as const;
export type ToneChoice = (typeof toneChoices)[number];

export const typeSizes = ['small', 'normal', 'large'] as const;
type TypeSize = (typeof typeSizes)[number];

/** How a user wants the nodes of a type drawn. A tone of null is that of the table of node types. */
export interface TypeLook {
  readonly tone: ToneChoice | null;
  readonly size: TypeSize;
}

/** What every type begins with. */
export const plainLook: TypeLook = { tone: null, size: 'normal' };

export function isPlainLook({ tone, size }: TypeLook): boolean {
  return tone === plainLook.tone && size === plainLook.size;
}

type Looks = ReadonlyMap<NodeType, TypeLook>;

/**
 * The tokens that the choices replace, as properties for the root of the explorer: all that draws a type in its tone,
 * the canvas, the lists and the timeline, then draws it in the one that was chosen.
 */
export function tonesOf(looks: Looks): Readonly<Record<`--tone-${NodeTone}`, `var(--choice-${ToneChoice})`>> {
  const chosen = [...looks].flatMap(([type, { tone }]) =>
    tone ? [[`--tone-${nodeTypes[type].look.tone}`, `var(--choice-${tone})`]] : [],
  );
  return Object.fromEntries(chosen);
}

const scales: Record<TypeSize, number> = { small: 0.7, normal: 1, large: 1.3 };

/** How many times as large as usual the nodes of the type are drawn. */
export function scaleOf(looks: Looks, type: NodeType): number {
  return scales[looks.get(type)?.size ?? 'normal'];
}
