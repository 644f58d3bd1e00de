import { gradeKey } from '../../schema/grade-scales.ts';
import type { NodeId } from '../../schema/ids.ts';
import { areaKey } from '../../schema/judgement-areas.ts';
import type { GraphNode, GraphRecords, Standing } from '../../schema/records.ts';
import { compareRanks, supportRanks } from './rank-support.ts';

/** The judgements of one inspection on one area: one, or several where sources differ. */
export interface AreaJudgements {
  readonly inspection: NodeId;
  readonly area: string;
  readonly judgements: readonly GraphNode[];
}

/**
 * Sets the standing of every judgement: of several on one inspection and area the best supported stands (by id
 * where that does not decide), the others are “also said”. A rejected judgement stays rejected.
 */
export function settleJudgements(records: GraphRecords): GraphRecords {
  const rankOf = supportRanks(records);
  const standings = new Map<NodeId, Standing>();
  for (const { judgements } of judgementsByArea(records)) {
    const open = judgements
      .filter((judgement) => !isRejected(judgement))
      .sort((a, b) => compareRanks(rankOf(a.id), rankOf(b.id)) || (a.id < b.id ? -1 : 1));
    for (const [index, { id }] of open.entries()) standings.set(id, index === 0 ? 'stands' : 'also said');
  }
  const nodes = records.nodes.map((node) => {
    if (node.type !== 'Judgement' || isRejected(node)) return node;
    const standing = standings.get(node.id) ?? 'stands';
    return { ...node, properties: { ...node.properties, standing } };
  });
  return { ...records, nodes };
}

/** Judgements gathered by the inspection that judged and by the key of their area. */
export function judgementsByArea(records: GraphRecords): AreaJudgements[] {
  const nodes = new Map<NodeId, GraphNode>(records.nodes.map((node) => [node.id, node]));
  const groups = new Map<string, AreaJudgements & { readonly judgements: GraphNode[] }>();
  for (const { type, from, to } of records.relationships) {
    const judgement = type === 'JUDGED' ? nodes.get(to) : undefined;
    if (!judgement) continue;
    const area = areaKey(judgement.properties.area ?? judgement.properties.areaAsPrinted ?? '');
    const key = `${from} ${area}`;
    const group = groups.get(key) ?? { inspection: from, area, judgements: [] };
    group.judgements.push(judgement);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Whether these judgements differ in grade, rejected ones left aside. Labels without a rank differ by their words. */
export function differInGrade(judgements: readonly GraphNode[]): boolean {
  const grades = judgements
    .filter((judgement) => !isRejected(judgement))
    .map(({ properties }) => gradeKey(properties));
  return new Set(grades).size > 1;
}

export function isRejected({ properties }: GraphNode): boolean {
  return properties.standing === 'rejected';
}
