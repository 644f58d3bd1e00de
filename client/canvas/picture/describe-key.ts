import { type NodeType, nodeTypeNames } from '../../../schema/node-types.ts';
import { type RankTone, rankTone } from '../../../schema/rank-tone.ts';
import type { Exploration } from '../../exploration/exploration.ts';
import { visibleNodes } from '../../exploration/visible.ts';
import type { Drawing } from '../drawing/drawing.ts';

/** What the signs of a picture mean: only those that are in it. */
export interface PictureKey {
  readonly types: readonly { readonly type: NodeType; readonly count: number }[];
  readonly grades: readonly KeyGrade[];
  readonly hasDashed: boolean;
  readonly hasDotted: boolean;
  readonly hasDisputed: boolean;
  readonly hasMore: boolean;
}

interface KeyGrade {
  readonly tone: RankTone;
  readonly rank: number | null;
  readonly of: number;
  /** All words that are printed for it. */
  readonly labels: readonly string[];
}

/** Types in the order of the table; grades from best to worst, and those that no scale lists last. */
export function describeKey(state: Exploration, drawing: Drawing): PictureKey {
  const nodes = [...drawing.nodes.values()];
  const lines = [...drawing.relationships.values()];
  const counts = new Map<NodeType, number>();
  for (const { type } of nodes) counts.set(type, (counts.get(type) ?? 0) + 1);
  return {
    types: nodeTypeNames.flatMap((type) => {
      const count = counts.get(type);
      return count && type !== 'Judgement' ? [{ type, count }] : [];
    }),
    grades: listGrades(state),
    hasDashed: lines.some(({ isDashed, isDotted }) => isDashed && !isDotted),
    hasDotted: lines.some(({ isDotted }) => isDotted),
    hasDisputed: nodes.some(({ isDisputed }) => isDisputed),
    hasMore: nodes.some(({ kind, more }) => kind === 'mark' && more > 0),
  };
}

function listGrades(state: Exploration): readonly KeyGrade[] {
  const grades = new Map<string, { grade: Omit<KeyGrade, 'labels'>; labels: Set<string> }>();
  for (const { record } of visibleNodes(state)) {
    const { grade, label } = record.properties;
    if (record.type !== 'Judgement' || label === undefined) continue;
    const key = grade ? `${grade.rank}/${grade.of}` : 'none';
    const known = grades.get(key) ?? {
      grade: { tone: rankTone(grade?.rank, grade?.of), rank: grade?.rank ?? null, of: grade?.of ?? 0 },
      labels: new Set(),
    };
    known.labels.add(label.toLowerCase());
    grades.set(key, known);
  }
  return [...grades.values()]
    .map(({ grade, labels }) => ({ ...grade, labels: [...labels].sort() }))
    .sort((a, b) => (a.rank ?? 99) / (a.of || 1) - (b.rank ?? 99) / (b.of || 1));
}
