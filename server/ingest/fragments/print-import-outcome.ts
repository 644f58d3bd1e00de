import { printCount } from '../../../schema/print-count.ts';
import { type Problem, printProblem } from '../../../schema/problems.ts';
import type { ImportOutcome } from './import-outcome.ts';

/** Lines of one sort that are printed; the rest is counted. */
const LINES = 20;

/** What importing a file came to, in lines for people. */
export function printImportOutcome(outcome: ImportOutcome): string {
  const { file } = outcome;
  switch (outcome.kind) {
    case 'refused':
      return [`${file}: refused, nothing was written.`, ...printProblems(outcome.problems)].join('\n  ');
    case 'left out':
      return `${file}: left out, since ${outcome.because}.`;
    default:
      return [
        `${file}: ${printEnd(outcome)}`,
        ...printProblems(outcome.problems),
        ...printProblems(outcome.notices),
        ...first(outcome.left.map(({ id, because }) => `left ${id}: ${because}`)),
      ].join('\n  ');
  }
}

function printEnd(outcome: Extract<ImportOutcome, { readonly rows: number }>): string {
  const rows = `${printCount(outcome.rows)} rows`;
  const bad =
    outcome.problems.length === 0 ? '' : `, ${printCount(outcome.problems.length)} could not be read`;
  if (outcome.kind === 'unchanged') return `${rows}${bad}; the graph holds all of it already.`;
  const { created, changed } = outcome;
  const counts = `${printCount(created)} records created, ${printCount(changed)} changed`;
  return outcome.kind === 'imported'
    ? `${rows}${bad}; ${counts} (journal entry ${outcome.sequence}).`
    : `${rows}${bad}; it would be ${counts}. Nothing was written.`;
}

function printProblems(problems: readonly Problem[]): readonly string[] {
  return first(problems.map((problem) => `${problem.code} ${printProblem(problem)}`));
}

function first(lines: readonly string[]): readonly string[] {
  if (lines.length <= LINES) return lines;
  return [...lines.slice(0, LINES), `… and ${printCount(lines.length - LINES)} more`];
}
