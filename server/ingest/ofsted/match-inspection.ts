import { type NodeId, nodeId } from '../../../schema/ids.ts';
import { datedInspectionId, numberedInspectionId } from './ofsted-ids.ts';
import { kindOfInspection } from './provider-kinds.ts';
import type { PrintedInspection } from './read-provider-rows.ts';

/** An inspection of a provider that is in the graph. */
export interface KnownInspection {
  readonly id: NodeId;
  readonly number: string | null;
  /** EDTF. */
  readonly startedOn: string | null;
  readonly kind: string | null;
}

export type InspectionMatch =
  | { readonly kind: 'known' | 'new'; readonly id: NodeId }
  /** Several fit; the printed one is kept apart, under an id of its own. */
  | { readonly kind: 'ambiguous'; readonly id: NodeId; readonly candidates: readonly NodeId[] };

/**
 * Which inspection of the provider a printed one is: that of its event number; else, where it or the known one has no
 * number, the one of its first day and kind. Two numbers that differ are two inspections.
 */
export function matchInspection(
  urn: string,
  { number, startedOn, kind }: PrintedInspection,
  known: readonly KnownInspection[],
): InspectionMatch {
  const numbered = number === null ? undefined : known.find((one) => one.number === number);
  if (numbered) return { kind: 'known', id: numbered.id };
  const own = number === null ? datedInspectionId(urn, startedOn, kind) : numberedInspectionId(urn, number);
  const apart = nodeId(`${own}-apart`);
  const candidates = known.filter(
    (one) =>
      one.id !== apart &&
      (number === null || one.number === null) &&
      one.startedOn === startedOn &&
      one.kind !== null &&
      mayBe(one.kind, kindOfInspection(kind)),
  );
  const [only] = candidates;
  if (!only) return { kind: 'new', id: own };
  if (candidates.length === 1) return { kind: 'known', id: only.id };
  return { kind: 'ambiguous', id: apart, candidates: candidates.map(({ id }) => id) };
}

/** Ofsted's tables know full inspections only; who reads reports tells finer. */
const fullKinds: readonly string[] = ['full', 'national', 'service area', 'standard', 'short'];

function mayBe(known: string, printed: string): boolean {
  return known === printed || (printed === 'full' && fullKinds.includes(known));
}
