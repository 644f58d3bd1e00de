import { describeMachine, describeTime } from '../circumstances.ts';

/** Milliseconds of one question, and the statements that the store sent for it. */
interface SteadyCost {
  readonly wall: number;
  readonly cpu: number;
  readonly statements: number;
}

export interface Steady {
  readonly what: string;
  readonly small: SteadyCost;
  readonly large: SteadyCost;
}

/** The dearest of some turns, and in how many of them the answer was cut off by its cap. */
interface BoundedCost {
  readonly cpu: number;
  readonly statements: number;
  readonly bytes: number;
  readonly truncated: number;
  readonly turns: number;
}

export interface Bounded {
  readonly what: string;
  readonly small: BoundedCost;
  readonly large: BoundedCost;
}

interface Scale {
  readonly small: number;
  readonly large: number;
  readonly steady: readonly Steady[];
  readonly bounded: readonly Bounded[];
  readonly taken: Date;
}

/** The figures as a page of Markdown, with when and on what they were taken. */
export function printScale({ small, large, steady, bounded, taken }: Scale): string {
  const [few, many] = [small, large].map((nodes) => nodes.toLocaleString('en-GB'));
  return [
    '# Scale: the figures',
    '',
    'Printed by `npm run bench:scale`; `README.md` says how the graphs are made and the figures taken.',
    '',
    `- Taken: ${describeTime(taken)}, on a machine shared with other work`,
    `- Machine: ${describeMachine()}; Node ${process.versions.node}; SQLite`,
    `- Graphs: ${few} and ${many} nodes, three times as many relationships`,
    '',
    '## What must cost the same',
    '',
    `Over HTTP, medians of rounds that take turns, CPU time of the whole process with the client in it; the target is 1.5 ×.`,
    '',
    row(['What', `${few}: CPU ms`, `${many}: CPU ms`, 'Ratio', 'Wall ratio', 'Statements']),
    row(['---', '---:', '---:', '---:', '---:', '---:']),
    ...steady.map(({ what, small: at, large: to }) =>
      row([
        what,
        milliseconds(at.cpu),
        milliseconds(to.cpu),
        ratio(to.cpu / at.cpu),
        ratio(to.wall / at.wall),
        at.statements === to.statements ? String(to.statements) : `${at.statements} → ${to.statements}`,
      ]),
    ),
    '',
    '## What must be bounded',
    '',
    'The dearest of 12 turns. A path search looks at 50,000 relationships at most, and says where it was cut off.',
    '',
    row(['What', `${few}: CPU ms`, `${many}: CPU ms`, 'Statements', 'Answer, KB', 'Cut off']),
    row(['---', '---:', '---:', '---:', '---:', '---:']),
    ...bounded.map(({ what, small: at, large: to }) =>
      row([
        what,
        milliseconds(at.cpu),
        milliseconds(to.cpu),
        `${at.statements} → ${to.statements}`,
        (to.bytes / 1024).toFixed(0),
        `${to.truncated} of ${to.turns}`,
      ]),
    ),
    '',
  ].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function milliseconds(value: number): string {
  return value >= 10 ? value.toFixed(0) : value.toFixed(2);
}

function ratio(value: number): string {
  return `${value.toFixed(2)} ×`;
}
