/** A count as it is read: “1,080”. Files of data have plain digits instead. */
export function printCount(count: number): string {
  return count.toLocaleString('en-GB');
}
