import type { NodeId } from '../../../schema/ids.ts';
import { areaKey } from '../../../schema/judgement-areas.ts';
import { partialDate } from '../../../schema/parse-partial-date.ts';
import {
  type Fragment,
  nodeFragment,
  type Place,
  relationshipFragment,
  type Stated,
} from '../fragments/fragment.ts';
import { placeholderEnd } from '../fragments/merge-fragments.ts';
import { always, type RowFragment } from '../fragments/row-fragment.ts';
import { authorityAreaId, judgementId, OFSTED, ownerId, regionId } from './ofsted-ids.ts';
import { readPrintedOwner } from './printed-owner.ts';
import { kindOfInspection, kindOfProvider } from './provider-kinds.ts';
import type { PrintedInspection, ProviderRow } from './read-provider-rows.ts';

/** Which nodes a row is about: its own, or such as are in the graph already. */
export interface MatchedRow {
  readonly row: ProviderRow;
  readonly provider: NodeId;
  /** In the order of the row's inspections. */
  readonly inspections: readonly NodeId[];
}

/** The table that the row stands in. */
export interface RowSource {
  readonly document: NodeId;
  /** The day that the table shows, in EDTF; relationships are attested on it. Null where it shows a span of time. */
  readonly asAt: string | null;
}

/** Everything that a row says: the provider, where and whose it is, its inspections and what they judged. */
export function rowFragments(matched: MatchedRow, source: RowSource): RowFragment[] {
  const { row, provider, inspections } = matched;
  const place = { document: source.document, locator: `row ${row.row}` };
  const attested = source.asAt === null ? {} : { attestedOn: [partialDate(source.asAt)] };
  return [
    always(providerFragment(row, provider, place)),
    ...ownerFragments(row, provider, attested, place),
    ...placeFragments(row, provider, attested, place),
    ...row.inspections.flatMap((inspection, index) => {
      const id = inspections[index];
      return id ? inspectionFragments(inspection, id, row, provider, place) : [];
    }),
    ...followed(inspections, place),
  ];
}

function providerFragment(row: ProviderRow, provider: NodeId, place: Place): Fragment {
  const kind = kindOfProvider(row.provisionType);
  const placeholder = `${capitalised(kind)}${placeholderEnd(row.urn)}`;
  return nodeFragment(
    'Organisation',
    provider,
    { name: row.name ?? placeholder, kind, officialNumber: row.urn, numberScheme: 'Ofsted URN' },
    place,
    { stated: row.name === null ? [] : [{ property: 'name', value: row.name }] },
  );
}

function ownerFragments(
  { owner }: ProviderRow,
  provider: NodeId,
  attested: Attested,
  place: Place,
): RowFragment[] {
  if (owner === null) return [];
  const { name, companyNumber } = readPrintedOwner(owner);
  const id = ownerId(name);
  if (id === null) return [];
  const numbered = companyNumber && { officialNumber: companyNumber, numberScheme: 'Company number' };
  const words = name === owner ? {} : { words: owner };
  const support = { ...words, stated: [{ property: 'name', value: name, ...words }] };
  const node = nodeFragment('Organisation', id, { name, kind: 'owner', ...numbered }, place, support);
  return [
    { fragment: node, once: `${id} ${owner}` },
    always(relationshipFragment('OWNED_BY', provider, id, attested, place, owner)),
  ];
}

type Attested = { readonly attestedOn?: readonly ReturnType<typeof partialDate>[] };

function placeFragments(
  { localAuthority, regions }: ProviderRow,
  provider: NodeId,
  attested: Attested,
  place: Place,
): RowFragment[] {
  const places = new Map<NodeId, { readonly name: string; readonly kind: string }>();
  if (localAuthority)
    places.set(authorityAreaId(localAuthority), { name: localAuthority, kind: 'local authority' });
  for (const region of regions)
    if (!places.has(regionId(region.name))) places.set(regionId(region.name), region);
  return [...places].flatMap(([id, { name, kind }]) => [
    {
      fragment: nodeFragment('Region', id, { name, kind }, place, {
        stated: [{ property: 'name', value: name }],
      }),
      once: `${id} ${name}`,
    },
    always(relationshipFragment('LOCATED_IN', provider, id, attested, place)),
  ]);
}

function inspectionFragments(
  inspection: PrintedInspection,
  id: NodeId,
  { urn }: ProviderRow,
  provider: NodeId,
  place: Place,
): RowFragment[] {
  const { startedOn, publishedOn, number } = inspection;
  const kind = kindOfInspection(inspection.kind);
  const nameBefore = `${capitalised(inspection.kind.toLowerCase())} of ${urn}, `;
  const stated: Stated[] = [{ property: 'startedOn', value: startedOn }];
  if (publishedOn !== null) stated.push({ property: 'publishedOn', value: publishedOn });
  const numbered = number === null ? {} : { officialNumber: number, numberScheme: 'Ofsted event number' };
  const node = nodeFragment(
    'Inspection',
    id,
    {
      name: nameBefore,
      kind,
      ...numbered,
      startedOn: partialDate(startedOn),
      ...(publishedOn === null ? {} : { publishedOn: partialDate(publishedOn) }),
    },
    place,
    { stated, nameBefore },
  );
  return [
    always(node),
    always(relationshipFragment('CONDUCTED', OFSTED, id, {}, place)),
    always(relationshipFragment('INSPECTED', id, provider, {}, place)),
    ...inspection.judgements.flatMap((judgement) => judgementFragments(judgement, id, place)),
  ];
}

/** The label and the area as printed are the cell and its heading, which the evidence keeps as its words. */
function judgementFragments(
  { area, label }: PrintedInspection['judgements'][number],
  inspection: NodeId,
  place: Place,
): RowFragment[] {
  const id = judgementId(inspection, area, label);
  const words = `${area}: ${label}`;
  const properties = { name: words, area: areaKey(area), areaAsPrinted: area, label };
  return [
    { fragment: nodeFragment('Judgement', id, properties, place, { words }), once: null, owner: inspection },
    always(relationshipFragment('JUDGED', inspection, id, {}, place)),
  ];
}

/** A row with two inspections names the latest first, and the one before it. */
function followed([latest, previous]: readonly NodeId[], place: Place): RowFragment[] {
  if (!latest || !previous || latest === previous) return [];
  return [always(relationshipFragment('FOLLOWED', latest, previous, {}, place))];
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
