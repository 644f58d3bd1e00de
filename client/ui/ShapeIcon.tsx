import { outlineOf, type Shape } from './shapes.ts';

interface ShapeIconProps {
  readonly shape: Shape;
  /** A token such as `--tone-person`. */
  readonly tone: `--${string}`;
  /** In CSS pixels. */
  readonly size?: number;
}

/** A shape in its tone, as on the canvas. It says nothing of its own: words stand beside it. */
export function ShapeIcon({ shape, tone, size = 14 }: ShapeIconProps) {
  return (
    <svg width={size} height={size} viewBox="-1.1 -1.1 2.2 2.2" aria-hidden="true" style={{ flex: 'none' }}>
      <g fill={`var(${tone})`} stroke={`var(${tone})`} strokeWidth={0}>
        {drawOutline(shape)}
      </g>
    </svg>
  );
}

function drawOutline(shape: Shape) {
  const outline = outlineOf(shape);
  switch (outline.kind) {
    case 'ellipse':
      return <circle r={1} />;
    case 'rounded-rectangle': {
      const height = shape === 'chip' ? 1.2 : 1.9;
      return <rect x={-1} y={-height / 2} width={2} height={height} rx={0.35} />;
    }
    case 'polygon':
      return <polygon points={outline.points.join(' ')} />;
  }
}
