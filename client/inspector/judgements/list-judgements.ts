import type { JudgedSide, NodeDetail } from '../../api/detail.ts';

/** The judgements of an inspection on one area; several where its sources disagree. */
export interface JudgedArea {
  readonly area: string;
  readonly judgements: readonly JudgedSide[];
  readonly isDisputed: boolean;
}

/** Judgements that a curator rejected: of an inspection its own, of a judgement those on its area. */
export function listRejected({
  node: { record },
  neighbours,
  judgedBeside,
}: NodeDetail): readonly JudgedSide[] {
  const judged =
    record.type === 'Judgement'
      ? judgedBeside.filter(({ node }) => node.record.properties.area === record.properties.area)
      : sidesOf(neighbours);
  return judged.filter(({ node }) => node.record.properties.standing === 'rejected');
}

/** What the inspection judged, area by area; “overall” first, then in the order of the API. */
export function listJudgements({ neighbours }: NodeDetail): readonly JudgedArea[] {
  return groupByArea(sidesOf(neighbours)).sort(
    (a, b) => Number(b.area === 'overall') - Number(a.area === 'overall'),
  );
}

/** The area of the judgement itself, with those that contradict it. */
export function listRivals({ node, judgedBeside }: NodeDetail): readonly JudgedArea[] {
  const { area } = node.record.properties;
  return groupByArea(judgedBeside.filter((side) => side.node.record.properties.area === area));
}

function sidesOf(neighbours: NodeDetail['neighbours']): readonly JudgedSide[] {
  return neighbours
    .filter(({ type, direction }) => type === 'JUDGED' && direction === 'out')
    .map(({ node, nodeSources, sources }) => ({
      node,
      sources: nodeSources.length > 0 ? nodeSources : sources,
    }));
}

function groupByArea(judged: readonly JudgedSide[]): JudgedArea[] {
  const areas = new Map<string, JudgedSide[]>();
  for (const side of judged) {
    const { area, name, standing } = side.node.record.properties;
    if (standing === 'rejected') continue;
    const key = area ?? name;
    areas.set(key, [...(areas.get(key) ?? []), side]);
  }
  return [...areas].map(([area, judgements]) => {
    const labels = new Set(judgements.map(({ node }) => node.record.properties.label?.toLowerCase()));
    return { area, judgements, isDisputed: labels.size > 1 };
  });
}
