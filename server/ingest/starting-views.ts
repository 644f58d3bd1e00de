import { type NodeId, parseNodeId } from '../../schema/ids.ts';
import type { Parsed, Problem } from '../../schema/problems.ts';

/** How the nodes of a starting view are laid out: along time, or as the layout finds best. */
export const arrangements = ['time', 'free'] as const;
type Arrangement = (typeof arrangements)[number];

/** A place to begin to explore: the explorer opens on the first one of a seed. */
export interface StartingView {
  readonly id: string;
  readonly title: string;
  /** One sentence on what it shows. */
  readonly says: string;
  readonly arrangement: Arrangement;
  /** What it shows, each once. Judgements are drawn as chips of their inspection. */
  readonly nodes: readonly NodeId[];
}

/** The mark under which a store keeps the starting views of a seed, as `printStartingViews` writes them. */
export function startingViewsMark(seed: string): string {
  return `starting-views:${seed}`;
}

export function printStartingViews(views: readonly StartingView[]): string {
  return JSON.stringify(views);
}

/** Reads starting views out of the JSON text of a mark; what cannot be read is a problem. */
export function parseStartingViews(text: string): Parsed<readonly StartingView[]> {
  try {
    return readStartingViews(JSON.parse(text), 'starting views');
  } catch {
    const message = 'the starting views are not JSON';
    return { kind: 'problems', problems: [{ code: 'FILE_INVALID', message }] };
  }
}

/** Reads a list of starting views out of unknown input; whether their nodes exist is for the caller to check. */
export function readStartingViews(input: unknown, file: string): Parsed<readonly StartingView[]> {
  const problems: Problem[] = [];
  const views: StartingView[] = [];
  const seen = new Set<string>();
  if (!Array.isArray(input))
    return { kind: 'problems', problems: [problem(file, 'startingViews', 'expected a list of views')] };
  for (const [index, given] of input.entries()) {
    const view = readView(given, `startingViews[${index}]`, file, problems);
    if (!view) continue;
    if (seen.has(view.id)) problems.push(problem(file, view.id, 'another starting view has this id'));
    seen.add(view.id);
    views.push(view);
  }
  return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'value', value: views };
}

function readView(input: unknown, record: string, file: string, problems: Problem[]): StartingView | null {
  const before = problems.length;
  if (typeof input !== 'object' || input === null) {
    problems.push(problem(file, record, 'expected { id, title, says, arrangement, nodes }'));
    return null;
  }
  const { id, title, says, arrangement: arranged, nodes, ...others } = input as Record<string, unknown>;
  const text = (field: string, value: unknown): string => {
    if (typeof value === 'string' && value.trim() !== '') return value;
    problems.push(problem(file, record, 'expected text', field));
    return '';
  };
  const arrangement = arrangements.find((name) => name === arranged);
  if (!arrangement)
    problems.push(problem(file, record, `expected one of: ${arrangements.join(', ')}`, 'arrangement'));
  for (const field of Object.keys(others))
    problems.push(problem(file, record, 'a starting view has no such field', field));
  const view = {
    id: text('id', id),
    title: text('title', title),
    says: text('says', says),
    nodes: readNodes(nodes, record, file, problems),
  };
  return arrangement && problems.length === before ? { ...view, arrangement } : null;
}

function readNodes(input: unknown, record: string, file: string, problems: Problem[]): NodeId[] {
  const refuse = (message: string) => problems.push(problem(file, record, message, 'nodes'));
  if (!Array.isArray(input) || input.length === 0) {
    refuse('expected a list of node ids');
    return [];
  }
  const ids = new Set<NodeId>();
  for (const given of input) {
    const id = typeof given === 'string' ? parseNodeId(given) : null;
    if (!id) refuse(`“${String(given)}” is not the id of a node`);
    else if (ids.has(id)) refuse(`“${id}” is named twice`);
    else ids.add(id);
  }
  return [...ids];
}

function problem(file: string, record: string, message: string, field?: string): Problem {
  return { code: 'FILE_INVALID', file, record, message, ...(field === undefined ? {} : { field }) };
}
