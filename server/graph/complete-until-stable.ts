import type { GraphRecords } from '../../schema/records.ts';
import { completeRecords } from './complete-records.ts';

/** Documents that date one another in a ring would go on for ever; nobody can say which of them is right. */
const ROUND_LIMIT = 8;

/**
 * Completes records whose documents may be settled anew themselves: ranks look at a document as it was given, so that
 * one whose own date changes by it takes another round.
 */
export function completeUntilStable(records: GraphRecords): GraphRecords {
  let [now, text] = [records, ''];
  for (let round = 0; round < ROUND_LIMIT; round++) {
    now = completeRecords(now);
    const after = JSON.stringify([now.nodes.map(({ properties }) => properties), now.statements]);
    if (after === text) break;
    text = after;
  }
  return now;
}
