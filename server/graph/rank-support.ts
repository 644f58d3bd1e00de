import type { NodeId } from '../../schema/ids.ts';
import type { PartialDate } from '../../schema/partial-date.ts';
import type { Evidence, GraphNode, GraphRecords } from '../../schema/records.ts';

/**
 * How well something is supported: numbers that are compared one after the other, the smaller the better.
 * The rule is that of the domain: evidence in a document before outside, stated before inferred, primary
 * before secondary, later published before earlier.
 */
export type SupportRank = readonly number[];

/** The rank of what has no evidence at all: behind everything. */
const UNSUPPORTED: SupportRank = [3];

/**
 * A function that ranks whatever evidence can support, by the best piece that it has in these records.
 * A document that is not among the records counts as secondary and of unknown date.
 */
export function supportRanks(records: GraphRecords): (id: string) => SupportRank {
  // Most records are never asked about, and those of a whole part of an import at times not at all.
  let best: ReadonlyMap<string, SupportRank> | null = null;
  return (id) => {
    best ??= bestRanks(records);
    return best.get(id) ?? UNSUPPORTED;
  };
}

function bestRanks(records: GraphRecords): ReadonlyMap<string, SupportRank> {
  const documents = new Map<NodeId, GraphNode>();
  for (const node of records.nodes) if (node.type === 'Document') documents.set(node.id, node);
  const rankOf = evidenceRanks(documents);
  const best = new Map<string, SupportRank>();
  for (const piece of records.evidence) {
    const rank = rankOf(piece);
    const known = best.get(piece.of);
    if (!known || compareRanks(rank, known) < 0) best.set(piece.of, rank);
  }
  return best;
}

/** Negative where `a` is the better supported, 0 where the rule does not tell them apart. */
export function compareRanks(a: SupportRank, b: SupportRank): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const [left, right] = [a[index] ?? 0, b[index] ?? 0];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

/** Ranks pieces of evidence in these documents. Each document and basis is looked at once: a table has many rows. */
export function evidenceRanks(documents: ReadonlyMap<string, GraphNode>): (piece: Evidence) => SupportRank {
  const known = new Map<string | null, Map<string, SupportRank>>();
  return (piece) => {
    const { document, basis } = piece;
    const ofDocument = known.get(document) ?? new Map<string, SupportRank>();
    known.set(document, ofDocument);
    const rank = ofDocument.get(basis) ?? rankEvidence(piece, documents.get(document ?? ''));
    ofDocument.set(basis, rank);
    return rank;
  };
}

/** The rank of one piece of evidence, given its document if that is known. */
function rankEvidence(evidence: Evidence, document: GraphNode | undefined): SupportRank {
  const place = evidence.basis === 'outside' ? 2 : evidence.document ? 0 : 1;
  const basis = evidence.basis === 'stated' ? 0 : 1;
  const standing = document?.properties.standing === 'primary' ? 0 : 1;
  return [place, basis, standing, ...lateness(document?.properties.publishedOn)];
}

/** The later a document was published the smaller; an unknown date counts as the earliest. */
function lateness(publishedOn: PartialDate | undefined): SupportRank {
  if (!publishedOn) return [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  return [-Date.parse(publishedOn.latest), -Date.parse(publishedOn.earliest)];
}
