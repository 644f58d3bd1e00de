import { nodeId } from '../../../schema/ids.ts';
import { parseEvidence } from '../../../schema/parse-record.ts';
import type { Evidence } from '../../../schema/records.ts';
import type { Asking } from '../asking.ts';
import { type EditProblem, missing, wrongType } from '../edit.ts';
import type { KnownGraph } from './known-graph.ts';
import { moveEvidence } from './record-groups.ts';

/** Evidence as a client gives it; what is left out or null is not given. */
export interface EvidenceInput {
  readonly document?: string | null | undefined;
  readonly locator?: string | null | undefined;
  readonly words?: string | null | undefined;
  readonly basis?: string | null | undefined;
  readonly explanation?: string | null | undefined;
}

export type EvidenceRead =
  | { readonly kind: 'evidence'; readonly evidence: readonly Evidence[] }
  | { readonly kind: 'problems'; readonly problems: readonly EditProblem[] };

/** What evidence is of until it is known what it supports; `moveEvidence` gives it its place. */
const somewhere = nodeId('nowhere/yet');

/** Reads evidence, and that its documents are there; one that was merged gives the survivor. */
export function* readEvidence(
  known: KnownGraph,
  inputs: readonly EvidenceInput[],
  field: string,
): Asking<EvidenceRead> {
  const problems: EditProblem[] = [];
  const read: Evidence[] = [];
  for (const [index, input] of inputs.entries()) {
    const at = inputs.length > 1 ? `${field}.${index}` : field;
    const given = Object.fromEntries(
      Object.entries(input).filter(([, value]) => value !== null && value !== undefined && value !== ''),
    );
    const parsed = parseEvidence(somewhere, given, { file: '', record: '' });
    if (parsed.kind === 'value') read.push(parsed.value);
    else
      for (const { code, message, field: part } of parsed.problems)
        problems.push({ kind: 'invalid', field: part ? `${at}.${part}` : at, code, message });
  }
  yield* known.readRecords(read.flatMap(({ document }) => document ?? []));
  const evidence = read.map((piece) => {
    if (piece.document === null) return piece;
    const document = known.node(piece.document);
    const at = `${field}.document`;
    if (!document) problems.push(missing(at, piece.document, 'document'));
    else if (document.record.type !== 'Document')
      problems.push(wrongType(at, piece.document, document.record.type));
    return document ? moveEvidence({ ...piece, document: document.record.id }, somewhere) : piece;
  });
  return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'evidence', evidence };
}
