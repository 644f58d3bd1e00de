import { createHash } from 'node:crypto';
import { canonicalText } from '../store/journal/canonical-text.ts';
import type { RestoreLine } from '../store/store-upkeep.ts';
import { type ExportEnd, exportForm } from './export-graph.ts';

/** The file is no export, or not a whole one; the message is one sentence. */
export class ExportBroken extends Error {
  override readonly name = 'ExportBroken';
}

/**
 * The lines of an export as what they hold. At the end it is held against what the file says of itself: throws
 * ExportBroken for a line that cannot be read, a file that ends early and one whose records were altered, so that
 * nothing of it is kept.
 */
export async function* readExport(lines: AsyncIterable<string>): AsyncGenerator<RestoreLine> {
  const digest = createHash('sha256');
  const counts = { records: 0, entries: 0, items: 0, marks: 0, redirects: 0 };
  let [number, journal] = [0, ''];
  let end: ExportEnd | null = null;
  for await (const text of lines) {
    number += 1;
    const line = parseLine(text, number);
    if (number === 1) {
      if (line.export !== exportForm)
        throw new ExportBroken(`the first line is not that of an export (“${exportForm}”)`);
    } else if (end) throw new ExportBroken(`line ${number} comes after the end`);
    else if ('record' in line) {
      digest.update(`${canonicalText(line.record)}\n`);
      counts.records += 1;
      yield { kind: 'record', record: line.record } as RestoreLine;
    } else if ('mark' in line) {
      counts.marks += 1;
      yield { kind: 'mark', mark: line.mark } as RestoreLine;
    } else if ('redirect' in line) {
      counts.redirects += 1;
      yield { kind: 'redirect', redirect: line.redirect } as RestoreLine;
    } else if ('entry' in line) {
      counts.entries += 1;
      journal = (line.entry as { readonly hash: string }).hash;
      yield { kind: 'entry', entry: line.entry } as RestoreLine;
    } else if ('item' in line) {
      counts.items += 1;
      yield { kind: 'item', sequence: line.sequence, item: line.item } as RestoreLine;
    } else if ('end' in line) end = line.end as ExportEnd;
    else throw new ExportBroken(`line ${number} is of no kind that an export has`);
  }
  if (!end) throw new ExportBroken('the file ends before its last line: it is not whole');
  const found = { ...counts, graph: digest.digest('hex'), journal };
  if (canonicalText(found) !== canonicalText(end))
    throw new ExportBroken('the file does not hold what its last line says: it was altered');
}

function parseLine(text: string, number: number): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null) return parsed as Readonly<Record<string, unknown>>;
  } catch {
    // Told below, as what is JSON but no object.
  }
  throw new ExportBroken(`line ${number} cannot be read`);
}
