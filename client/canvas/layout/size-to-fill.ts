import type { Size } from '../camera.ts';

/** Narrower than this a canvas is that of a phone, which is at least so much higher than wide; in pixels. */
const PHONE = 500;
const UPRIGHT = 1.4;

/** A canvas as narrow as a phone's is low only as long as a sheet is open below it: it is not arranged for that. */
export function sizeToFill({ width, height }: Size): Size {
  return { width, height: width < PHONE ? Math.max(height, width * UPRIGHT) : height };
}
