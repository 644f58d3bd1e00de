import { nodeId } from '../../../schema/ids.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import type { OpenedFile } from '../fragments/import-file.ts';
import type { FileReading } from '../fragments/import-outcome.ts';
import { always } from '../fragments/row-fragment.ts';
import { identifySnapshot } from './identify-snapshot.ts';
import { matchRows } from './match-rows.ts';
import { type RowSource, rowFragments } from './provider-fragments.ts';
import { type ProviderRow, readProviderRows } from './read-provider-rows.ts';
import { documentFragments, type StatisticsDocument } from './statistics-document.ts';

/** Rows that are matched with the graph in one statement; each says some thirty things, which are held together. */
const CHUNK = 100;

/** A yearly snapshot, “provider level as at 31 March”. */
export function readProviderLevel(file: OpenedFile, store: GraphStore): AsyncIterable<FileReading> {
  return readStatistics(file, store, (preamble) => {
    const snapshot = identifySnapshot(file.name, preamble);
    if (snapshot.kind === 'problems') return snapshot;
    const { year, asAt } = snapshot.value;
    const document = {
      id: nodeId(`document/ofsted-provider-level-${year}`),
      name: `Children’s social care: providers and their latest inspections as at 31 March ${year}`,
      publishedOn: String(year),
      because: `the table is as at 31 March ${year}, and such tables come out within the year`,
      sha256: file.facts.sha256,
    };
    return { kind: 'value', value: { document, asAt } };
  });
}

/** All inspections of a year from April to March. */
export function readInYear(file: OpenedFile, store: GraphStore): AsyncIterable<FileReading> {
  return readStatistics(file, store, () => {
    const [, first, second] = /(20\d\d)-(?:20)?(\d\d)(?!\d)/.exec(file.name) ?? [];
    if (!first || Number(second) !== (Number(first) + 1) % 100) {
      const message = 'put the years into the name of the file, as in “in-year-2017-18.csv”';
      return { kind: 'problems', problems: [{ code: 'LAYOUT_UNKNOWN', file: file.name, message }] };
    }
    const end = Number(first) + 1;
    const document = {
      id: nodeId(`document/ofsted-in-year-${first}-${second}`),
      name: `Children’s social care inspections in year, ${first} to ${end}`,
      publishedOn: String(end),
      because: `the table covers 1 April ${first} to 31 March ${end}, and such tables come out within the year`,
      sha256: file.facts.sha256,
    };
    return { kind: 'value', value: { document, asAt: null } };
  });
}

type Identified =
  | {
      readonly kind: 'value';
      readonly value: { readonly document: StatisticsDocument; readonly asAt: string | null };
    }
  | Extract<ReturnType<typeof identifySnapshot>, { kind: 'problems' }>;

async function* readStatistics(
  file: OpenedFile,
  store: GraphStore,
  identify: (preamble: readonly string[]) => Identified,
): AsyncGenerator<FileReading> {
  let source: RowSource | null = null;
  let chunk: ProviderRow[] = [];
  // While a chunk is made into fragments the store looks for the next one.
  let ahead: MatchedChunk | null = null;
  for await (const reading of readProviderRows(file.text, file.name)) {
    if (reading.kind === 'refused') return yield reading;
    if (reading.kind === 'problem') yield reading;
    if (reading.kind === 'layout') {
      if (reading.layout.inspections.length === 0)
        return yield { kind: 'left out', because: 'it lists providers without inspections' };
      const identified = identify(reading.preamble);
      if (identified.kind === 'problems') return yield { kind: 'refused', problems: identified.problems };
      const { document, asAt } = identified.value;
      source = { document: document.id, asAt };
      yield { kind: 'fragments', fragments: documentFragments(document).map(always), rows: 0 };
    }
    if (reading.kind === 'row') chunk.push(reading.row);
    if (source && chunk.length >= CHUNK) {
      const next = matchChunk(chunk, store, file.name);
      if (ahead) yield* fragmentsOf(await ahead, source);
      ahead = next;
      chunk = [];
    }
  }
  if (!source) return;
  if (ahead) yield* fragmentsOf(await ahead, source);
  if (chunk.length > 0) yield* fragmentsOf(await matchChunk(chunk, store, file.name), source);
}

type MatchedChunk = ReturnType<typeof matchRows>;

function matchChunk(rows: readonly ProviderRow[], store: GraphStore, file: string): MatchedChunk {
  const matching = matchRows(rows, store, file);
  // It is waited for later, or by nobody where reading ends before.
  matching.catch(() => undefined);
  return matching;
}

function* fragmentsOf(
  { matched, notices }: Awaited<MatchedChunk>,
  source: RowSource,
): Generator<FileReading> {
  for (const problem of notices) yield { kind: 'notice', problem };
  yield {
    kind: 'fragments',
    fragments: matched.flatMap((row) => rowFragments(row, source)),
    rows: matched.length,
  };
}
