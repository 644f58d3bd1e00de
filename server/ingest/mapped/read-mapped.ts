import type { NodeId } from '../../../schema/ids.ts';
import { parseNode } from '../../../schema/parse-record.ts';
import type { Problem } from '../../../schema/problems.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import { nodeFragment } from '../fragments/fragment.ts';
import type { OpenedFile, ReadFile } from '../fragments/import-file.ts';
import type { FileReading } from '../fragments/import-outcome.ts';
import { always } from '../fragments/row-fragment.ts';
import { readTypes } from '../read-types.ts';
import { type MadeRow, mapRow } from './map-row.ts';
import type { Mapping } from './mapping.ts';
import type { LineReading, ReadLines } from './read-lines.ts';
import { columnsOf, type Template } from './template.ts';

/** Rows whose ends are looked for in the graph at once. */
const CHUNK = 500;

/** Reads tables of one's own, by a mapping that says what their columns mean. */
export function readMapped(mapping: Mapping, readLines: ReadLines): ReadFile {
  return async function* read(file: OpenedFile, store: GraphStore): AsyncGenerator<FileReading> {
    yield { kind: 'fragments', fragments: [always(documentFragment(mapping, file))], rows: 0 };
    let made: { readonly made: MadeRow; readonly place: string }[] = [];
    for await (const reading of readLines(file.text, file.name, mapping.delimiter)) {
      if (reading.kind === 'columns') {
        const problems = checkColumns(mapping, reading.columns, file.name);
        if (problems.length > 0) return yield { kind: 'refused', problems };
      } else if (reading.kind === 'row')
        made.push({ made: mapRow(reading.row, mapping, file.name), place: reading.row.place });
      if (made.length < CHUNK && reading.kind !== 'problem') continue;
      yield* checkEnds(made, store, file.name);
      made = [];
      if (reading.kind === 'problem') yield lineProblem(reading, file.name);
    }
    yield* checkEnds(made, store, file.name);
  };
}

function documentFragment({ document }: Mapping, { name, facts }: OpenedFile) {
  const parsed = parseNode({ ...document, type: 'Document' }, { file: name, record: 'document' });
  if (parsed.kind === 'problems') throw new TypeError('a mapping that was read has a document');
  const { id, properties } = parsed.value;
  const given = { sha256: facts.sha256, ...properties };
  return nodeFragment('Document', id, given, { document: id, locator: 'heading' });
}

/** Every column that the mapping names must be there, once. */
function checkColumns(mapping: Mapping, columns: readonly string[], file: string): Problem[] {
  return templatesOf(mapping).flatMap(([field, template]) =>
    columnsOf(template).flatMap((column): Problem[] => {
      const count = columns.filter((name) => name === column).length;
      if (count === 1) return [];
      const message =
        count > 1
          ? `two columns are called “${column}”: rename one of them`
          : `there is no column “${column}”; there are: ${columns.filter((name) => name !== '').join(', ')}`;
      return [{ code: 'LAYOUT_UNKNOWN', file, record: 'heading', field, message }];
    }),
  );
}

function templatesOf({ nodes, relationships }: Mapping): readonly (readonly [string, Template])[] {
  const of = nodes.flatMap(({ as, id, values }) => [
    [`${as}.id`, id] as const,
    ...values.map(({ property, template }) => [`${as}.${property}`, template] as const),
  ]);
  const between = relationships.flatMap(({ start, end, key, values }, index) => {
    const field = `relationships[${index}]`;
    return [
      ...(start.kind === 'there' ? [[`${field}.start`, start.id] as const] : []),
      ...(end.kind === 'there' ? [[`${field}.end`, end.id] as const] : []),
      ...(key ? [[`${field}.key`, key] as const] : []),
      ...values.map(({ property, template }) => [`${field}.${property}`, template] as const),
    ];
  });
  return [...of, ...between];
}

/** Rows without a problem, after a look for the nodes that they lean on; others are told. */
async function* checkEnds(
  rows: readonly { readonly made: MadeRow; readonly place: string }[],
  store: GraphStore,
  file: string,
): AsyncGenerator<FileReading> {
  const ids = new Set<NodeId>(rows.flatMap(({ made }) => made.needed.map(({ id }) => id)));
  const survivors = await store.survivors([...ids]);
  const there = await readTypes(new Set([...ids].map((id) => survivors.get(id) ?? id)), store);
  for (const { made, place } of rows) {
    const missing = made.needed.filter(({ id }) => !there.has(survivors.get(id) ?? id));
    const problems = [
      ...made.problems,
      ...missing.map(({ id, field }): Problem => {
        const message = `there is no node “${id}” in the graph: import it first, or add it to the nodes of the mapping`;
        return { code: 'END_MISSING', file, record: place, field, message };
      }),
    ];
    for (const problem of problems) yield { kind: 'problem', problem };
    if (problems.length === 0) yield { kind: 'fragments', fragments: made.fragments, rows: 1 };
  }
}

function lineProblem(
  { place, message }: Extract<LineReading, { kind: 'problem' }>,
  file: string,
): FileReading {
  return { kind: 'problem', problem: { code: 'FILE_INVALID', file, record: place, message } };
}
