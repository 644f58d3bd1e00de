import type { GraphRecords } from '../../schema/records.ts';
import { deriveValues } from './derive-values.ts';
import { markDisputes } from './mark-disputes.ts';
import { settleJudgements } from './settle-judgements.ts';
import { settleStandings } from './settle-standings.ts';

/**
 * Records as they are kept: values that stand, derived dates, grades and names, standings of statements and
 * judgements, and what is disputed. All of it depends on the given records alone, so they must bring what they
 * lean on: the inspection of a judgement, the documents of evidence. Completing twice changes nothing.
 */
export function completeRecords(records: GraphRecords): GraphRecords {
  return markDisputes(settleJudgements(deriveValues(settleStandings(records))));
}
