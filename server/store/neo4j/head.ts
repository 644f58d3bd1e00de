/** Key of the one node that bears the format and the end of the journal, and whose lock puts writes in a row. */
export const HEAD = 'head';
