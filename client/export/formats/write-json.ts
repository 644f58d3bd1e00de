import type { PropertyValue } from '../../../schema/property-kinds.ts';
import { sayRelationship } from '../../../schema/relationship-types.ts';
import type { Said, Source, SourceDocument } from '../../api/detail.ts';
import { describeLegend, sayView } from '../describe-view.ts';
import { attributionsOf, documentsOf, type ExportedView, type Support } from '../exported-view.ts';

/** Counts changes of this format that a reader must know of. */
const FORMAT_VERSION = 1;

/** The view as JSON: records with their evidence and statements, the documents once, licences and attribution. */
export function writeJson(view: ExportedView): string {
  const { title, scope, address, madeOn, version, nodes, relationships } = view;
  const documents = documentsOf(view);
  const file = {
    format: 'oversight-view',
    formatVersion: FORMAT_VERSION,
    title,
    says: sayView(view),
    scope,
    address,
    madeOn,
    madeWith: { name: 'Oversight', version },
    attribution: attributionsOf(documents),
    legend: describeLegend(view),
    documents: documents.map(describeDocument),
    nodes: nodes.map(
      ({ record: { id, type, version: edition, disputed, properties }, url, at, ...support }) => ({
        id,
        type,
        version: edition,
        url,
        ...(at && { at }),
        ...(disputed.length > 0 && { disputed }),
        properties: plainProperties(properties),
        ...describeSupport(support),
      }),
    ),
    relationships: relationships.map(({ record, ...support }) => ({
      id: record.id,
      type: record.type,
      startId: record.from,
      says: sayRelationship(record.type, 'out', record.properties),
      endId: record.to,
      version: record.version,
      ...(record.disputed.length > 0 && { disputed: record.disputed }),
      properties: plainProperties(record.properties),
      ...describeSupport(support),
    })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function describeDocument({ publishedOn, ...document }: SourceDocument) {
  return withoutNull({ ...document, publishedOn: publishedOn?.edtf ?? null });
}

/** Dates as EDTF text; grades stay objects. */
function plainProperties(properties: Readonly<Record<string, PropertyValue | undefined>>) {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, plainValue(value)] as const],
    ),
  );
}

function plainValue(value: PropertyValue) {
  if (typeof value !== 'object') return value;
  if ('edtf' in value) return value.edtf;
  if ('rank' in value) return value;
  return value.map((member) => (typeof member === 'string' ? member : member.edtf));
}

function describeSupport({ evidence, statements }: Support) {
  return {
    evidence: evidence.map(describeSource),
    ...(statements.length > 0 && { statements: statements.map(describeStatement) }),
  };
}

function describeStatement({ property, value, standing, reason, sources }: Said) {
  return { ...withoutNull({ property, value, standing, reason }), evidence: sources.map(describeSource) };
}

function describeSource({ document, basis, locator, words, explanation }: Source) {
  return withoutNull({ documentId: document?.id ?? null, basis, locator, words, explanation });
}

function withoutNull(values: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
