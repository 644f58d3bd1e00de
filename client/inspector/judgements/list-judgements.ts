import type { Neighbour, NodeDetail } from '../../api/detail.ts';

/** The judgements of an inspection on one area; several where its sources disagree. */
export interface JudgedArea {
  readonly area: string;
  readonly judgements: readonly Neighbour[];
  readonly isDisputed: boolean;
}

/** What the inspection judged, area by area; “overall” first, then in the order of the API. */
export function listJudgements({ neighbours }: NodeDetail): readonly JudgedArea[] {
  const areas = new Map<string, Neighbour[]>();
  for (const neighbour of neighbours) {
    const { record } = neighbour.node;
    if (neighbour.type !== 'JUDGED' || record.type !== 'Judgement') continue;
    if (record.properties.standing === 'rejected') continue;
    const key = record.properties.area ?? record.properties.name;
    areas.set(key, [...(areas.get(key) ?? []), neighbour]);
  }
  return [...areas]
    .map(([area, judgements]) => {
      const labels = new Set(judgements.map(({ node }) => node.record.properties.label?.toLowerCase()));
      return { area, judgements, isDisputed: labels.size > 1 };
    })
    .sort((a, b) => Number(b.area === 'overall') - Number(a.area === 'overall'));
}
