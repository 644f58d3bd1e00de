/** Of a view that was kept, how many of its nodes are gone from the graph. */
export function sayMissing(missing: number, of: number): string {
  return missing === 1
    ? `One of the ${of} nodes of this view is not in the graph any more. The others are shown.`
    : `${missing} of the ${of} nodes of this view are not in the graph any more. The others are shown.`;
}
