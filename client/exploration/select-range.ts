/**
 * What is selected when a list is walked through with Shift held: everything from where Shift was pressed first to
 * here, the one that is here last, because the last of a selection is what is inspected.
 */
export function selectRange<Id extends string>(order: readonly Id[], anchor: Id, to: Id): readonly Id[] {
  const [start, end] = [order.indexOf(anchor), order.indexOf(to)];
  if (start < 0 || end < 0) return end < 0 ? [] : [to];
  return start <= end ? order.slice(start, end + 1) : order.slice(end, start + 1).reverse();
}
