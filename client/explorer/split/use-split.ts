import { useStored } from '../../ui/use-stored.ts';

interface SplitOptions {
  /** Under which the browser remembers the size. */
  readonly name: string;
  /** In CSS pixels, as are the others. */
  readonly normal: number;
  readonly least: number;
  /** The largest share of the whole, in percent; the room gives way where the window is small. */
  readonly mostPercent: number;
}

/** The size of a room that stands beside another, remembered by the browser. */
export interface Split extends SplitOptions {
  readonly size: number;
  readonly resize: (size: number) => void;
  /** The size as a track of a CSS grid. */
  readonly track: string;
}

export function useSplit(options: SplitOptions): Split {
  const { name, normal, least, mostPercent } = options;
  const [stored, store] = useStored(name, (text) => text ?? String(normal));
  const size = Math.max(least, Math.round(Number(stored)) || normal);
  return {
    ...options,
    size,
    resize: (next) => store(String(Math.max(least, Math.round(next)))),
    track: `min(${size}px, ${mostPercent}%)`,
  };
}
