import { describeMachine, describeTime } from '../circumstances.ts';
import type { Overhead } from './measure-overhead.ts';
import type { Cost, QuestionMeasured } from './measure-question.ts';

/** The figures as a page of Markdown: ratios beside their targets, then what they were made from. */
export function printPeers(
  measured: readonly QuestionMeasured[],
  overheads: readonly Overhead[],
  date: Date,
): string {
  return `# Against @neo4j/graphql

Printed by \`npm run bench:peers\`; \`peers/README.md\` says how it is measured.

- Taken: ${describeTime(date)}
- Machine: ${describeMachine()}; Node ${process.versions.node}

## Ours against its better form

Throughput above 1 and time of processors below 1 are ours. The target stands in brackets; the bare driver runs the
same statements behind bare HTTP.

| Question | At a time | Throughput | Node CPU | Neo4j CPU | p99 | Of the bare driver |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
${measured.flatMap(ratioRows).join('\n')}

## What they were made from

Requests a second (medians of rounds), milliseconds of processor a request, milliseconds to the answer.

| Question | At a time | Who | Requests a second | Node CPU | Neo4j CPU | p50 | p99 |
| --- | ---: | --- | ---: | ---: | ---: | ---: | ---: |
${measured.flatMap(plainRows).join('\n')}

## What a small query costs without a database

A look-up of four fields that memory answers, 8 at a time; milliseconds of the server's processor, medians of rounds
that take turns. Ours is to take at most 1.5 times mercurius.

| Who | CPU | Ours to it |
| --- | ---: | ---: |
${overheads.map(({ name, cpu }) => row([name, cpu.toFixed(3), ratio((overheads[0]?.cpu ?? 0) / cpu)])).join('\n')}
`;
}

function ratioRows({ question, loads }: QuestionMeasured): readonly string[] {
  const { at16, at1, nodeCpu } = question.target;
  return loads.map(({ atOnce, ours, peer, driver }) =>
    row([
      question.name,
      String(atOnce),
      `${ratio(ours.throughput / peer.throughput)} (≥ ${atOnce === 1 ? at1 : at16})`,
      `${ratio(ours.nodeCpu / peer.nodeCpu)}${atOnce === 1 ? '' : ` (≤ ${nodeCpu.toFixed(2)})`}`,
      ratio(ours.neo4jCpu / peer.neo4jCpu),
      `${ratio(ours.p99 / peer.p99)} (≤ 1)`,
      `${ratio(ours.throughput / driver.throughput)} (≥ 0.6)`,
    ]),
  );
}

function plainRows({ question, loads }: QuestionMeasured): readonly string[] {
  return loads.flatMap(({ atOnce, ours, peer, driver }) => {
    const line = (who: string, { throughput, nodeCpu, neo4jCpu, p50, p99 }: Cost) =>
      row([
        question.name,
        String(atOnce),
        who,
        String(Math.round(throughput)),
        ...[nodeCpu, neo4jCpu, p50, p99].map((value) => value.toFixed(2)),
      ]);
    return [line('Oversight', ours), line(`@neo4j/graphql, ${peer.form}`, peer), line('bare driver', driver)];
  });
}

function ratio(value: number): string {
  return `${value.toFixed(2)} ×`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
