/** An owner as a cell prints it. */
export interface PrintedOwner {
  readonly name: string;
  /** Null where the cell has none. */
  readonly companyNumber: string | null;
}

/** Eight digits at the end are a company's number, sometimes in brackets, sometimes with that of a charity behind. */
const NUMBER = /\(?\b(\d{8})(?:, \d{6,7})?\)?$/;
/** What stands between a name and its number. */
const BETWEEN = /[\s,–-]*(?:\(?(?:company|comp|co)\.? (?:number|no)\.?)?\s*$/i;

/**
 * Parts the number from the name, as of “Crusoe Care Limited 06843979”. Fewer digits may be a year or a charity's
 * number, and stay in the name.
 */
export function readPrintedOwner(cell: string): PrintedOwner {
  const found = NUMBER.exec(cell);
  const name = found ? cell.slice(0, found.index).replace(BETWEEN, '') : '';
  return found?.[1] && name !== '' ? { name, companyNumber: found[1] } : { name: cell, companyNumber: null };
}
