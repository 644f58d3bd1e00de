import { printCount } from '../../../schema/print-count.ts';
import type { Problem } from '../../../schema/problems.ts';
import type { GraphStore, PartsOutcome } from '../../store/graph-store.ts';
import { GroupTooLarge, mostInGroup, type OpenStaging, type Staging } from '../../store/staging.ts';
import { type ByteFacts, decodeText, inspectBytes } from '../tables/decode-text.ts';
import { FileUnreadable, type TableFile } from '../tables/open-table-files.ts';
import { followMerged } from './follow-merged.ts';
import type { FileReading, ImportOutcome, ImportProgress } from './import-outcome.ts';
import { publishStaged } from './publish-staged.ts';
import { toStaged } from './row-fragment.ts';

/** A file that is to be read: its text can be walked through once. */
export interface OpenedFile {
  readonly name: string;
  readonly facts: ByteFacts;
  readonly text: AsyncIterable<string>;
}

/** Reads one format. May ask the store what is there, and writes nothing. */
export type ReadFile = (file: OpenedFile, store: GraphStore) => AsyncIterable<FileReading>;

export interface ImportSettings {
  readonly store: GraphStore;
  readonly openStaging: OpenStaging;
  readonly clock: () => Date;
  readonly author: string;
  /** Refuse a file with a row that cannot be read. */
  readonly strict: boolean;
  /** Write nothing; tell what would be written. */
  readonly dryRun: boolean;
  readonly signal: AbortSignal;
  readonly tell: (progress: ImportProgress) => void;
}

/**
 * Imports one file, all of it or nothing: what it says is staged outside of memory while it is read, then made into
 * records beside what is in the store, and published as one journal entry. Importing it again changes nothing. Rejects
 * with the reason of the signal where that breaks it off; then, too, nothing was written.
 */
export async function importFile(
  file: TableFile,
  read: ReadFile,
  settings: ImportSettings,
): Promise<ImportOutcome> {
  const staging = settings.openStaging();
  try {
    const staged = await stageFile(file, read, staging, settings);
    if (staged.kind !== 'staged') return { file: file.name, ...staged };
    const total = staging.count();
    const { name } = file;
    const { rows, problems, notices } = staged;
    const { outcome, left } = await publishStaged(settings.store, staging, {
      about: {
        author: settings.author,
        reason: `Import of ${name}`,
        at: settings.clock().toISOString(),
        marks: [],
      },
      dryRun: settings.dryRun,
      signal: settings.signal,
      tell: (done) => settings.tell({ file: name, phase: 'writing', done, total, rows }),
    });
    return outcomeOf(name, outcome, { rows, problems, notices, left });
  } catch (error) {
    if (error instanceof FileUnreadable)
      return { file: file.name, kind: 'refused', problems: [error.problem] };
    if (error instanceof GroupTooLarge)
      return { file: file.name, kind: 'refused', problems: [tooOften(error, file.name)] };
    throw error;
  } finally {
    staging.close();
  }
}

/** A record with the evidence of each of so many rows could not be kept in the journal, either. */
function tooOften({ group }: GroupTooLarge, file: string): Problem {
  const message = `the file says more than ${printCount(mostInGroup)} things of this record: a mapping takes the first row as its source by “once”`;
  return { code: 'FILE_INVALID', file, record: group, message };
}

type Staged =
  | {
      readonly kind: 'staged';
      readonly rows: number;
      readonly problems: readonly Problem[];
      readonly notices: readonly Problem[];
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'left out'; readonly because: string };

/** Problems, and notices, that are told of one file; a file of another kind would tell thousands. */
const PROBLEMS_LIMIT = 1_000;

async function stageFile(
  file: TableFile,
  read: ReadFile,
  staging: Staging,
  { store, strict, signal, tell }: ImportSettings,
): Promise<Staged> {
  const facts = await inspectBytes(file.bytes());
  const problems: Problem[] = [];
  const notices: Problem[] = [];
  let [rows, bytes] = [0, 0];
  const counted = counting(file.bytes(), (length) => {
    bytes += length;
  });
  const text = decodeText(counted, facts.encoding);
  for await (const reading of read({ name: file.name, facts, text }, store)) {
    signal.throwIfAborted();
    if (reading.kind === 'refused' || reading.kind === 'left out') return reading;
    if (reading.kind === 'fragments') {
      staging.add(toStaged(await followMerged(reading.fragments, store)));
      rows += reading.rows;
      tell({ file: file.name, phase: 'reading', done: bytes, total: facts.size, rows });
    } else {
      const told = reading.kind === 'notice' ? notices : problems;
      if (told.length < PROBLEMS_LIMIT) told.push(reading.problem);
    }
  }
  if (strict && problems.length > 0) return { kind: 'refused', problems };
  return { kind: 'staged', rows, problems, notices };
}

async function* counting(
  bytes: AsyncIterable<Uint8Array>,
  count: (length: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    count(chunk.length);
    yield chunk;
  }
}

function outcomeOf(
  file: string,
  outcome: PartsOutcome,
  counts: Omit<Extract<ImportOutcome, { kind: 'unchanged' }>, 'file' | 'kind'>,
): ImportOutcome {
  switch (outcome.kind) {
    case 'written': {
      const { sequence, created, changed } = outcome;
      return { file, kind: 'imported', sequence, created, changed, ...counts };
    }
    case 'discarded':
      return { file, kind: 'would import', created: outcome.created, changed: outcome.changed, ...counts };
    case 'unchanged':
      return { file, kind: 'unchanged', ...counts };
    case 'refused':
      return { file, kind: 'refused', problems: outcome.problems.map((problem) => ({ file, ...problem })) };
  }
}
