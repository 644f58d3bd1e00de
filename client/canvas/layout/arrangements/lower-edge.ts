/** As finely as the edge is known; what is asked for is widened to whole steps, so that nothing is missed. */
const STEP = 8;

/** How far down reaches what stands on the canvas, place by place; 0 where nothing stands. */
export class LowerEdge {
  readonly #edges = new Map<number, number>();

  /** Something stands between `left` and `right`, and reaches down to `bottom`. */
  lower(left: number, right: number, bottom: number): void {
    for (let step = Math.floor(left / STEP); step <= Math.floor(right / STEP); step++)
      this.#edges.set(step, Math.max(bottom, this.#edges.get(step) ?? 0));
  }

  /** The lowest edge of all that stands between `left` and `right`. */
  below(left: number, right: number): number {
    let edge = 0;
    for (let step = Math.floor(left / STEP); step <= Math.floor(right / STEP); step++)
      edge = Math.max(edge, this.#edges.get(step) ?? 0);
    return edge;
  }
}
