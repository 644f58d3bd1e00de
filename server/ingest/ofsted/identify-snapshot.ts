import type { Parsed } from '../../../schema/problems.ts';

/** Which yearly snapshot a table of providers is. */
export interface Snapshot {
  readonly year: number;
  /** The day that it shows, in ISO 8601. */
  readonly asAt: string;
}

const TITLE = /provider level as at (?:31 )?march (20\d\d)/i;
const NAME = /(?:^|[^0-9])(20\d\d)(?:[^0-9]|$)/;

/**
 * Tells the snapshot by the title above its heading, which later years have, and by the name of its file; what they say
 * must agree. `file` is the name of the table, `preamble` the rows above the heading.
 */
export function identifySnapshot(file: string, preamble: readonly string[]): Parsed<Snapshot> {
  const titled = preamble.map((row) => TITLE.exec(row.replace(/\s+/g, ' '))?.[1]).find((year) => year);
  const named = NAME.exec(file)?.[1];
  const year = titled ?? named;
  const refuse = (message: string) => ({
    kind: 'problems' as const,
    problems: [{ code: 'LAYOUT_UNKNOWN' as const, file, message }],
  });
  if (!year)
    return refuse(
      'nothing says of which year this is: put the year into the name of the file, as in “march_2015.csv”',
    );
  if (named && titled && named !== titled)
    return refuse(`the title says ${titled} and the name of the file ${named}: rename the file`);
  return { kind: 'value', value: { year: Number(year), asAt: `${year}-03-31` } };
}
