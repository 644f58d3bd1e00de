/** A property or a relation, and what is said of it. */
export type SideRow = readonly [label: string, words: string];
