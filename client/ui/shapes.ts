/** An outline in a box from −1 to 1, y downwards: drawn by the canvas and by icons alike, so that they agree. */
export type Outline =
  | { readonly kind: 'ellipse' }
  | { readonly kind: 'rounded-rectangle' }
  | { readonly kind: 'polygon'; readonly points: readonly number[] };

const polygon = (...points: number[]): Outline => ({ kind: 'polygon', points });

const shapes = {
  circle: { kind: 'ellipse' },
  'rounded-square': { kind: 'rounded-rectangle' },
  hexagon: polygon(-0.5, -0.9, 0.5, -0.9, 1, 0, 0.5, 0.9, -0.5, 0.9, -1, 0),
  diamond: polygon(0, -1, 1, 0, 0, 1, -1, 0),
  'speech-mark': polygon(-1, -0.85, 1, -0.85, 1, 0.45, -0.15, 0.45, -0.55, 1, -0.55, 0.45, -1, 0.45),
  page: polygon(-0.75, -1, 0.25, -1, 0.75, -0.45, 0.75, 1, -0.75, 1),
  chip: { kind: 'rounded-rectangle' },
  scroll: polygon(-0.7, -1, 1, -1, 1, -0.6, 0.7, -0.6, 0.7, 1, -1, 1, -1, 0.6, -0.7, 0.6),
  triangle: polygon(0, -0.95, 1, 0.85, -1, 0.85),
  flag: polygon(-0.85, -1, 0.95, -1, 0.5, -0.4, 0.95, 0.2, -0.6, 0.2, -0.6, 1, -0.85, 1),
  bar: polygon(-1, 1, -1, 0.1, -0.4, 0.1, -0.4, -0.4, 0.3, -0.4, 0.3, -1, 1, -1, 1, 1),
  star: polygon(
    0,
    -1,
    0.26,
    -0.36,
    0.95,
    -0.31,
    0.42,
    0.14,
    0.59,
    0.81,
    0,
    0.44,
    -0.59,
    0.81,
    -0.42,
    0.14,
    -0.95,
    -0.31,
    -0.26,
    -0.36,
  ),
} as const satisfies Record<string, Outline>;

export type Shape = keyof typeof shapes;

/** The outline of a shape, with its kinds visible to the compiler. */
export function outlineOf(shape: Shape): Outline {
  return shapes[shape];
}
