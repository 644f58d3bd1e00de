import { searchTokens } from '../../../schema/fold-text.ts';
import { type NodeId, nodeId } from '../../../schema/ids.ts';
import { areaKey } from '../../../schema/judgement-areas.ts';
import { partialDate } from '../../../schema/parse-partial-date.ts';
import { printPartialDate } from '../../../schema/partial-date.ts';
import {
  type Fragment,
  nodeFragment,
  type Place,
  relationshipFragment,
  type Stated,
} from '../fragments/fragment.ts';
import type { OpenedFile } from '../fragments/import-file.ts';
import type { FileReading } from '../fragments/import-outcome.ts';
import { always, type RowFragment } from '../fragments/row-fragment.ts';
import { authorityAreaId, authorityId, judgementId, OFSTED, slugOf } from '../ofsted/ofsted-ids.ts';
import { readPrintedDay } from '../ofsted/printed-values.ts';
import { readRecords, type TableRecord } from '../tables/read-records.ts';

/** Grades of the history, with the area that each is of. */
const gradeColumns = {
  overall_effectiveness_grade: 'overall effectiveness',
  impact_of_leaders_grade: 'impact of leaders',
  help_and_protection_grade: 'help and protection',
  in_care_grade: 'children in care',
  care_leavers_grade: 'care leavers',
} as const;

/** What the scraper writes where it has no grade. */
const noGrade: ReadonlySet<string> = new Set([
  '',
  'data_unreadable',
  'not_reported_post_reform',
  'inspection_pre_dates_judgement',
]);

const grades: ReadonlySet<string> = new Set([
  'outstanding',
  'good',
  'requires improvement',
  'requires improvement to be good',
  'inadequate',
]);

/**
 * Inspections of local authority children's services: the history that a scraper took from reports (secondary), or the
 * judgements read from the reports themselves (whose source is each report). Which one it is, its columns tell.
 */
export async function* readIlacs(file: OpenedFile): AsyncGenerator<FileReading> {
  const document = nodeId('document/ilacs-history');
  let isHistory: boolean | null = null;
  for await (const { columns, record } of readRecords(file.text, file.name)) {
    if (!record) {
      isHistory = columns.includes('inspection_link');
      if (!isHistory && !columns.includes('grade_as_printed')) {
        const message =
          'neither “inspection_link” (the history) nor “grade_as_printed” (judgements of reports) is a column';
        return yield { kind: 'refused', problems: [{ code: 'LAYOUT_UNKNOWN', file: file.name, message }] };
      }
      if (isHistory)
        yield { kind: 'fragments', fragments: [always(historyDocument(file, document))], rows: 0 };
      continue;
    }
    const problem = (field: string, message: string): FileReading => ({
      kind: 'problem',
      problem: {
        code: 'VALUE_INVALID',
        file: file.name,
        record: `line ${record.line} (row ${record.row})`,
        field,
        message,
      },
    });
    const visit = isHistory
      ? readVisit(record, 'inspection_link', readPrintedDay(record.cell('publication_date')))
      : readVisit(record, 'report_url', record.cell('publication_date'));
    if (!visit) yield problem('link', 'no report of files.ofsted.gov.uk, or no day of publication');
    else if (!isHistory) yield { kind: 'fragments', fragments: derivedFragments(record, visit), rows: 1 };
    else {
      const place = { document, locator: `row ${record.row}` };
      for (const [column, area] of Object.entries(gradeColumns)) {
        const grade = record.cell(column);
        if (!noGrade.has(grade) && !grades.has(grade))
          yield problem(area, `“${grade}” is no grade: left out`);
      }
      yield { kind: 'fragments', fragments: historyFragments(record, visit, place), rows: 1 };
    }
  }
}

/** One inspection of an authority, known by the number of its report. */
interface Visit {
  readonly authority: string;
  readonly urn: string;
  readonly publishedOn: string;
  readonly url: string;
  readonly inspection: NodeId;
  readonly report: NodeId;
}

function readVisit(record: TableRecord, column: string, publishedOn: string | null): Visit | null {
  const url = record.cell(column);
  const number = /\/file\/(\d+)$/.exec(url)?.[1];
  const urn = record.cell('urn');
  if (!number || !publishedOn || urn === '') return null;
  return {
    authority: titleCase(record.cell('local_authority')),
    urn,
    publishedOn,
    url,
    inspection: nodeId(`inspection/${urn}-report-${number}`),
    report: nodeId(`document/ofsted-report-${number}`),
  };
}

function historyDocument({ facts }: OpenedFile, id: NodeId): Fragment {
  return nodeFragment(
    'Document',
    id,
    {
      name: 'History of inspections of local authority children’s services, taken from reports by a scraper',
      kind: 'report',
      standing: 'secondary',
      licence: 'MIT',
      language: 'en',
      sha256: facts.sha256,
    },
    { document: id, locator: 'heading' },
  );
}

function historyFragments(record: TableRecord, visit: Visit, place: Place): RowFragment[] {
  const [startedOn, endedOn] = ['inspection_start_date', 'inspection_end_date'].map((column) =>
    readPrintedDay(record.cell(column)),
  );
  const framework = record.cell('inspection_framework');
  const kind = framework === 'short' || framework === 'standard' ? framework : null;
  const inspector = record.cell('inspector_name');
  return [
    ...visitFragments(visit, place, { startedOn: startedOn ?? null, endedOn: endedOn ?? null, kind }),
    ...(inspector === '' ? [] : ledFragments(inspector, visit, place)),
    ...Object.entries(gradeColumns).flatMap(([column, area]) => {
      const grade = record.cell(column);
      return grades.has(grade) ? judgementFragments(area, grade, visit, place) : [];
    }),
  ];
}

function derivedFragments(record: TableRecord, visit: Visit): RowFragment[] {
  const place = { document: visit.report, locator: 'page 1, table of judgements' };
  return [
    ...visitFragments(visit, place, { startedOn: null, endedOn: null, kind: null }).map((one) => ({
      ...one,
      once: `${one.fragment.record.id} of a report`,
    })),
    ...judgementFragments(record.cell('judgement_area'), record.cell('grade_as_printed'), visit, place),
  ];
}

function visitFragments(
  { authority, urn, publishedOn, url, inspection, report }: Visit,
  place: Place,
  { startedOn, endedOn, kind }: { startedOn: string | null; endedOn: string | null; kind: string | null },
): RowFragment[] {
  const council = authorityId(authority);
  const dates = { startedOn, endedOn, publishedOn };
  const stated: Stated[] = Object.entries(dates).flatMap(([property, value]) =>
    value ? [{ property, value }] : [],
  );
  const published = partialDate(publishedOn);
  const name = `Inspection of children’s services, ${authority}, ${printPartialDate(published)}`;
  const given = Object.fromEntries(
    stated.map(({ property, value }) => [property, partialDate(String(value))]),
  );
  return [
    always(
      nodeFragment(
        'Document',
        report,
        {
          name: `Report: ${name}`,
          kind: 'report',
          standing: 'primary',
          publishedOn: published,
          sourceUrl: url,
          licence: 'Open Government Licence v3.0',
          language: 'en',
        },
        place,
      ),
    ),
    {
      fragment: nodeFragment('Organisation', OFSTED, { name: 'Ofsted', kind: 'inspectorate' }, place),
      once: 'Ofsted',
    },
    {
      fragment: nodeFragment(
        'Organisation',
        council,
        { name: authority, kind: 'local authority', officialNumber: urn, numberScheme: 'Ofsted URN' },
        place,
      ),
      once: council,
    },
    {
      fragment: nodeFragment(
        'Region',
        authorityAreaId(authority),
        { name: authority, kind: 'local authority' },
        place,
      ),
      once: authorityAreaId(authority),
    },
    {
      fragment: relationshipFragment('SERVES', council, authorityAreaId(authority), {}, place),
      once: `serves ${council}`,
    },
    always(
      nodeFragment('Inspection', inspection, { name, ...(kind ? { kind } : {}), ...given }, place, {
        stated,
      }),
    ),
    always(relationshipFragment('CONDUCTED', OFSTED, inspection, {}, place)),
    always(relationshipFragment('INSPECTED', inspection, council, {}, place)),
    always(relationshipFragment('REPORTS_ON', report, inspection, {}, place)),
  ];
}

function ledFragments(inspector: string, { inspection }: Visit, place: Place): RowFragment[] {
  const slug = slugOf(searchTokens(inspector));
  if (slug === '') return [];
  const person = nodeId(`person/inspector-${slug}`);
  return [
    { fragment: nodeFragment('Person', person, { name: inspector }, place), once: person },
    always(relationshipFragment('LED', person, inspection, {}, place)),
  ];
}

function judgementFragments(area: string, label: string, { inspection }: Visit, place: Place): RowFragment[] {
  const id = judgementId(inspection, area, label);
  const words = `${area}: ${label}`;
  const printed = label.charAt(0).toUpperCase() + label.slice(1);
  const properties = { name: words, area: areaKey(area), areaAsPrinted: area, label: printed };
  return [
    { fragment: nodeFragment('Judgement', id, properties, place, { words }), once: null, owner: inspection },
    always(relationshipFragment('JUDGED', inspection, id, {}, place)),
  ];
}

const small: ReadonlySet<string> = new Set(['and', 'of', 'on', 'the', 'upon', 'with', 'in']);

/** Names of authorities come in lower case. */
function titleCase(name: string): string {
  return name.replace(/[\p{L}’']+/gu, (word, at: number) =>
    at > 0 && small.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
  );
}
