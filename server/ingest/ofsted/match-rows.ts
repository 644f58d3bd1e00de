import type { NodeId } from '../../../schema/ids.ts';
import type { Problem } from '../../../schema/problems.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import type { Branch, NodeListPlan, NodeSelection } from '../../store/read-plan.ts';
import { type KnownInspection, matchInspection } from './match-inspection.ts';
import { providerId } from './ofsted-ids.ts';
import { isShortened } from './printed-values.ts';
import type { MatchedRow } from './provider-fragments.ts';
import type { ProviderRow } from './read-provider-rows.ts';

/** Inspections of one provider that are looked at; nobody is inspected so often. */
const INSPECTIONS_LIMIT = 500;

interface KnownProvider {
  readonly id: NodeId;
  readonly inspections: readonly KnownInspection[];
}

/** Finds for each row which provider and which inspections of the graph it is about, in one statement. */
export async function matchRows(
  rows: readonly ProviderRow[],
  store: GraphStore,
  file: string,
): Promise<{ readonly matched: readonly MatchedRow[]; readonly notices: readonly Problem[] }> {
  const known = await readKnown(new Set(rows.map(({ urn }) => urn)), store);
  const notices: Problem[] = [];
  const matched = rows.map((row): MatchedRow => {
    const provider = known.get(row.urn);
    const inspections = row.inspections.map((inspection) => {
      const match = matchInspection(row.urn, inspection, provider?.inspections ?? []);
      const notice = (message: string) =>
        notices.push({
          code: 'VALUE_INVALID',
          file,
          record: `line ${row.line} (row ${row.row})`,
          field: 'Event number',
          message,
        });
      if (inspection.number !== null && isShortened(inspection.number))
        notice(`“${inspection.number}” was shortened by a spreadsheet: the inspection is kept apart`);
      if (match.kind === 'ambiguous')
        notice(`no number, and ${match.candidates.length} inspections began on that day: kept apart`);
      return match.id;
    });
    return { row, provider: provider?.id ?? providerId(row.urn), inspections };
  });
  return { matched, notices };
}

const nothing: NodeSelection = {
  properties: [],
  evidence: null,
  statements: null,
  counts: false,
  branches: [],
};

const inspections: Branch = {
  key: 'inspections',
  onTypes: ['Organisation'],
  follow: [{ relationship: 'INSPECTED', direction: 'in' }],
  where: null,
  relationshipWhere: null,
  order: [],
  page: { direction: 'forward', limit: INSPECTIONS_LIMIT, from: null },
  countTotal: false,
  relationship: { properties: [], evidence: null, statements: null, from: null, to: null },
  node: { ...nothing, properties: ['officialNumber', 'startedOn', 'kind'] },
};

async function readKnown(
  urns: ReadonlySet<string>,
  store: GraphStore,
): Promise<ReadonlyMap<string, KnownProvider>> {
  const plan: NodeListPlan = {
    kind: 'nodes',
    types: ['Organisation'],
    where: { kind: 'property', property: 'officialNumber', test: { kind: 'in', values: [...urns] } },
    order: [],
    // Numbers of other registers may be alike, and are left aside below.
    page: { direction: 'forward', limit: urns.size * 2, from: null },
    countTotal: false,
    select: { ...nothing, properties: ['officialNumber', 'numberScheme'], branches: [inspections] },
  };
  const known = new Map<string, KnownProvider>();
  for (const { node: tree } of (await store.read(plan)).page.items) {
    const { officialNumber, numberScheme } = tree.node.properties;
    if (officialNumber === undefined || numberScheme !== 'Ofsted URN') continue;
    const found = tree.branches.get('inspections')?.items.flatMap(({ node }) => node?.node ?? []) ?? [];
    known.set(officialNumber.toUpperCase(), {
      id: tree.node.id,
      inspections: found.map(({ id, properties: { officialNumber: number, startedOn, kind } }) => ({
        id,
        number: number ?? null,
        startedOn: startedOn?.edtf ?? null,
        kind: kind ?? null,
      })),
    });
  }
  return known;
}
