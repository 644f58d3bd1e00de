const GROUPS = /\B(?=(?:\d{3})+$)/g;

/**
 * A count, as it is read: “1,080”. Files of data have plain digits instead. By hand, since the legend prints a hundred of
 * them with each step, and a browser takes a tenth of a millisecond to do it for a language.
 */
export function printCount(count: number): string {
  return String(count).replace(GROUPS, ',');
}
