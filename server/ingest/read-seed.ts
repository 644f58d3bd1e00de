import type { Parsed, Problem } from '../../schema/problems.ts';
import type { GraphRecords } from '../../schema/records.ts';
import { checkStandingOrder } from '../graph/check-standing-order.ts';
import { completeRecords } from '../graph/complete-records.ts';
import { checkRecords } from './check-records.ts';
import { collectRecords } from './collect-records.ts';
import { readStartingViews, type StartingView } from './starting-views.ts';

/** What a seed file brings, complete: records with their derived values, standings and disputes. */
export interface Seed {
  /** Tells seeds apart in one store. */
  readonly name: string;
  readonly title: string;
  readonly startingViews: readonly StartingView[];
  readonly records: GraphRecords;
}

/** The format that this version reads, see seeds/README.md. */
const FORMAT = 1;
const FIELDS = ['$schema', 'format', 'name', 'title', 'startingViews', 'nodes', 'relationships'];

/**
 * Reads a seed out of the text of its file, or tells every problem of it, by file, record and field. A seed is
 * closed: the ends of relationships, the documents of evidence and the nodes of starting views stand in it.
 */
export function readSeed(text: string, file: string): Parsed<Seed> {
  const input = parseJson(text);
  if (!isObject(input))
    return refuse([{ code: 'FILE_INVALID', file, message: 'the file is not a JSON object' }]);
  const problems = checkHead(input, file);
  const views = readStartingViews(input.startingViews, file);
  if (views.kind === 'problems') problems.push(...views.problems);
  const collected = collectRecords(input.nodes, input.relationships, file);
  problems.push(...collected.problems, ...checkRecords(collected, file));
  const { records, known, labels } = collected;
  for (const { code, record = '', field, message } of checkStandingOrder(records)) {
    const at = field === undefined ? {} : { field };
    problems.push({ code, file, record: labels.get(record) ?? record, ...at, message });
  }
  if (views.kind === 'value')
    for (const view of views.value)
      for (const id of view.nodes)
        if (!known.has(id))
          problems.push({
            code: 'END_MISSING',
            file,
            record: view.id,
            field: 'nodes',
            message: `there is no node “${id}”`,
          });
  if (problems.length > 0 || views.kind === 'problems') return refuse(problems);
  return {
    kind: 'value',
    value: {
      name: String(input.name),
      title: String(input.title),
      startingViews: views.value,
      records: completeRecords(records),
    },
  };
}

function checkHead(input: Readonly<Record<string, unknown>>, file: string): Problem[] {
  const problems: Problem[] = [];
  const problem = (field: string, message: string) =>
    problems.push({ code: 'FILE_INVALID', file, field, message });
  for (const field of Object.keys(input))
    if (!FIELDS.includes(field)) problem(field, 'a seed has no such field');
  if (input.format !== FORMAT)
    problem('format', `this version reads format ${FORMAT}, the file says ${String(input.format)}`);
  if (typeof input.name !== 'string' || !/^[a-z][a-z0-9-]*$/.test(input.name))
    problem('name', 'expected a name of lower-case letters, digits and dashes');
  if (typeof input.title !== 'string' || input.title.trim() === '') problem('title', 'expected text');
  return problems;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is no JSON is told by the caller, as is JSON that is no object.
    return null;
  }
}

function isObject(input: unknown): input is Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

function refuse(problems: readonly Problem[]): {
  readonly kind: 'problems';
  readonly problems: readonly Problem[];
} {
  return { kind: 'problems', problems };
}
