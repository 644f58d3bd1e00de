/** The size of a layer, in pixels of the canvas. */
export interface LayerSize {
  readonly width: number;
  readonly height: number;
}

/** The layer has a pixel for each pixel of the screen, so that what is drawn in pixels of the canvas is sharp. */
export function fitLayer(
  layer: HTMLCanvasElement,
  surface: CanvasRenderingContext2D,
  { width, height }: LayerSize,
): void {
  const ratio = ratioOf(layer);
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (layer.width !== wide || layer.height !== high) {
    layer.width = wide;
    layer.height = high;
  }
  surface.setTransform(ratio, 0, 0, ratio, 0, 0);
}

/** Pixels of the screen by pixels of the canvas. */
export function ratioOf(layer: HTMLCanvasElement): number {
  return layer.ownerDocument.defaultView?.devicePixelRatio ?? 1;
}
