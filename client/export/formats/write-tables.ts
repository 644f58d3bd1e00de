import { propertyNames, relationshipPropertyNames } from '../../../schema/properties.ts';
import { sayRelationship } from '../../../schema/relationship-types.ts';
import type { Source } from '../../api/detail.ts';
import { describeLegend, sayDocument, sayOrigin, sayView } from '../describe-view.ts';
import {
  allEvidence,
  attributionsOf,
  documentsOf,
  type ExportedView,
  type Support,
} from '../exported-view.ts';
import { type FlatValue, flattenProperties } from '../flatten-record.ts';
import { writeCsv } from './write-csv.ts';

type Row = ReadonlyMap<string, FlatValue>;

/** The view as tables: nodes, relationships, the sources of both, and a text that explains them. */
export function writeTables(view: ExportedView): Readonly<Record<string, string>> {
  const names = new Map(view.nodes.map(({ record }) => [record.id, record.properties.name]));
  const nodes = view.nodes.map(({ record, url, ...support }): Row => {
    const { id, type, properties, disputed } = record;
    return rowOf(
      { id, type, ...Object.fromEntries(flattenProperties(properties)) },
      { disputed, support, url },
    );
  });
  const relationships = view.relationships.map(({ record, ...support }): Row => {
    const { id, type, from, to, properties, disputed } = record;
    const ends = {
      startId: from,
      startName: names.get(from) ?? '',
      says: sayRelationship(type, 'out', properties),
      endId: to,
      endName: names.get(to) ?? '',
    };
    return rowOf(
      { id, type, ...ends, ...Object.fromEntries(flattenProperties(properties)) },
      { disputed, support },
    );
  });
  return {
    'nodes.csv': writeCsv(columnsOf(nodes, nodeColumns), nodes),
    'relationships.csv': writeCsv(columnsOf(relationships, relationshipColumns), relationships),
    'sources.csv': writeCsv(sourceColumns, listSources(view, names)),
    'README.txt': explainTables(view),
  };
}

const flatNames = (names: readonly string[]) =>
  names.flatMap((name) => {
    if (name === 'grade') return ['gradeScale', 'gradeRank', 'gradeOf'];
    return name === 'date' ? ['date', 'dateEarliest', 'dateLatest'] : [name];
  });
const supportColumns = ['disputed', 'sources', 'documents', 'basis', 'url'];
const nodeColumns = ['id', 'type', ...flatNames(propertyNames), ...supportColumns];
const relationshipColumns = [
  ...['id', 'type', 'startId', 'startName', 'says', 'endId', 'endName'],
  ...flatNames(relationshipPropertyNames),
  ...supportColumns,
];
const sourceColumns = [
  ...['supports', 'supportsName', 'property', 'value', 'standing'],
  ...['documentId', 'document', 'kind', 'publishedOn', 'locator', 'basis', 'words', 'explanation'],
  ...['sourceUrl', 'licence', 'attribution'],
];

/** Columns in their order, those left out that no row fills. */
function columnsOf(rows: readonly Row[], columns: readonly string[]): readonly string[] {
  return columns.filter((column) => alwaysThere.includes(column) || rows.some((row) => row.has(column)));
}

const alwaysThere = ['id', 'type', 'name', 'startId', 'endId', 'sources'];

interface RowEnd {
  readonly disputed: readonly string[];
  readonly support: Support;
  readonly url?: string;
}

function rowOf(values: Readonly<Record<string, FlatValue>>, { disputed, support, url }: RowEnd): Row {
  const evidence = allEvidence(support);
  const names = new Set(evidence.flatMap(({ document }) => document?.name ?? []));
  const row = new Map<string, FlatValue>(Object.entries(values));
  if (disputed.length > 0) row.set('disputed', disputed.join('; '));
  row.set('sources', support.evidence.length);
  if (names.size > 0) row.set('documents', [...names].join('; '));
  const bases = new Set(support.evidence.map(({ basis }) => basis));
  if (bases.size > 0) row.set('basis', [...bases].join('; '));
  if (url !== undefined) row.set('url', url);
  return row;
}

function listSources(view: ExportedView, names: ReadonlyMap<string, string>): readonly Row[] {
  const nameOf = (record: ExportedView['relationships'][number]['record']) =>
    `${names.get(record.from)} ${sayRelationship(record.type, 'out', record.properties)} ${names.get(record.to)}`;
  const supported = [
    ...view.nodes.map((node) => ({ id: node.record.id, name: node.record.properties.name, support: node })),
    ...view.relationships.map((one) => ({ id: one.record.id, name: nameOf(one.record), support: one })),
  ];
  return supported.flatMap(({ id, name, support }) => [
    ...support.evidence.map((source) => sourceRow({ supports: id, supportsName: name }, source)),
    ...support.statements.flatMap(({ property, value, standing, sources }) =>
      sources.map((source) =>
        sourceRow({ supports: id, supportsName: name, property, value, standing }, source),
      ),
    ),
  ]);
}

function sourceRow(start: Readonly<Record<string, string>>, source: Source): Row {
  const { document, locator, basis, words, explanation } = source;
  const values = {
    ...start,
    documentId: document?.id,
    document: document?.name ?? 'in no document of the graph',
    kind: document?.kind,
    publishedOn: document?.publishedOn?.edtf,
    locator,
    basis,
    words,
    explanation,
    sourceUrl: document?.sourceUrl,
    licence: document?.licence,
    attribution: document?.attribution,
  };
  return new Map(Object.entries(values).flatMap(([name, value]) => (value ? [[name, value] as const] : [])));
}

function explainTables(view: ExportedView): string {
  const documents = documentsOf(view);
  const lines = [
    view.title,
    sayView(view),
    sayOrigin(view),
    '',
    'nodes.csv has a row for each node, relationships.csv one for each relationship (from the node in startId to the',
    'node in endId), sources.csv one for each place in a document that one of them rests on. Dates are EDTF',
    '(ISO 8601-2): “2014-04~” is about April 2014; dateEarliest and dateLatest are the days that it can mean.',
    'Several values in a cell are parted by “; ”. An apostrophe before =, +, -, @ or a tab at the beginning of a cell',
    'was put there so that no program takes the cell for a formula.',
    '',
    'Types',
    ...describeLegend(view).map((line) => `  ${line}`),
    '',
    'Sources',
    ...documents.map((document) => `  ${sayDocument(document)}`),
    '',
    ...attributionsOf(documents),
  ];
  return `${lines.join('\r\n')}\r\n`;
}
