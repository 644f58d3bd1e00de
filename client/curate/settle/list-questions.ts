import { gradeKey } from '../../../schema/grade-scales.ts';
import type { NodeId, RelationshipId } from '../../../schema/ids.ts';
import { areaKey } from '../../../schema/judgement-areas.ts';
import { mayStayBeside } from '../../../schema/may-stay-beside.ts';
import { kindOf, type PropertyValues } from '../../../schema/node-types.ts';
import { labelProperty, type PropertyName, relationshipProperties } from '../../../schema/properties.ts';
import type { GraphNode, GraphRelationship, Standing } from '../../../schema/records.ts';
import type { JudgedSide, NodeDetail, RelationshipDetail, Said, Source } from '../../api/detail.ts';

/** One of the values or judgements that a curator may say stands. */
export interface Side {
  /** Of a statement, or of a judgement. */
  readonly id: string;
  readonly words: string;
  /** Of a judgement its rank on its scale. */
  readonly grade: PropertyValues['grade'] | null;
  readonly standing: Standing;
  readonly reason: string | null;
  readonly sources: readonly Source[];
  /** The version of what is changed by a verdict on it. */
  readonly version: number;
  /** Whether the other may stay where this one stands. */
  readonly lets: (other: Side) => boolean;
}

/** Something that sources say, in one way or in several that cannot all be true. */
export interface Question {
  readonly key: string;
  /** As “began”, or “the judgement of overall”. */
  readonly label: string;
  readonly of:
    | { readonly kind: 'statement'; readonly record: NodeId | RelationshipId }
    | { readonly kind: 'judgement' };
  readonly isDisputed: boolean;
  readonly sides: readonly Side[];
}

/** What can be settled of a node or a relationship, the disputed first. */
export function listQuestions(detail: NodeDetail | RelationshipDetail): readonly Question[] {
  const record = 'node' in detail ? detail.node.record : detail.record;
  const judged = 'node' in detail ? listJudged(detail) : [];
  const questions = [...groupJudged(judged), ...groupSaid(record, detail.said)];
  return questions.toSorted((a, b) => Number(b.isDisputed) - Number(a.isDisputed));
}

function groupSaid(record: GraphNode | GraphRelationship, said: readonly Said[]): readonly Question[] {
  const properties = [...new Set(said.map(({ property }) => property))];
  return properties.map((property) => {
    const kind =
      'from' in record
        ? relationshipProperties[property as keyof typeof relationshipProperties].kind
        : kindOf(property as PropertyName);
    const sides = said
      .filter((each) => each.property === property)
      .map(({ id, value, words, standing, reason, sources }): Side & { readonly value: string } => ({
        id,
        value,
        words,
        grade: null,
        standing,
        reason,
        sources,
        version: record.version,
        lets: (other) =>
          mayStayBeside(kind, said.find((each) => each.id === other.id)?.value ?? other.words, value),
      }));
    return {
      key: property,
      label: labelProperty(property),
      of: { kind: 'statement', record: record.id },
      isDisputed: record.disputed.includes(property),
      sides: sortSides(sides),
    };
  });
}

/** Of an inspection its judgements, of a judgement all those of its inspection on the same area. */
function listJudged({ node: { record }, neighbours, judgedBeside }: NodeDetail): readonly JudgedSide[] {
  if (record.type === 'Judgement')
    return judgedBeside.filter(({ node }) => areaOf(node.record) === areaOf(record));
  return neighbours
    .filter(({ type, direction }) => type === 'JUDGED' && direction === 'out')
    .map(({ node, nodeSources, sources }) => ({
      node,
      sources: nodeSources.length > 0 ? nodeSources : sources,
    }));
}

function groupJudged(judged: readonly JudgedSide[]): readonly Question[] {
  const areas = new Map<string, readonly JudgedSide[]>();
  for (const side of judged) {
    const area = areaOf(side.node.record);
    areas.set(area, [...(areas.get(area) ?? []), side]);
  }
  return [...areas]
    .filter(([, sides]) => sides.length > 1 || sides.some(({ node }) => isRejected(node.record)))
    .map(([area, sides]) => {
      const open = sides.filter(({ node }) => !isRejected(node.record));
      const keys = new Map<string, string>(
        sides.map(({ node: { record } }) => [record.id, gradeKey(record.properties)]),
      );
      return {
        key: `judgement ${area}`,
        label: area === 'overall' ? 'the overall judgement' : `the judgement of ${area}`,
        of: { kind: 'judgement' } as const,
        isDisputed: new Set(open.map(({ node }) => keys.get(node.record.id))).size > 1,
        sides: sortSides(
          sides.map(({ node: { record }, sources }) => ({
            id: record.id,
            words: record.properties.label ?? 'no grade',
            grade: record.properties.grade ?? null,
            standing: standingOf(record),
            reason: null,
            sources,
            version: record.version,
            lets: (other: Side) => keys.get(other.id) === keys.get(record.id),
          })),
        ),
      };
    });
}

function areaOf({ properties: { area, areaAsPrinted } }: GraphNode): string {
  return areaKey(area ?? areaAsPrinted ?? '');
}

function isRejected({ properties }: GraphNode): boolean {
  return properties.standing === 'rejected';
}

function standingOf({ properties: { standing } }: GraphNode): Standing {
  return standing === 'rejected' || standing === 'also said' ? standing : 'stands';
}

const order: readonly Standing[] = ['stands', 'also said', 'rejected'];

function sortSides(sides: readonly Side[]): readonly Side[] {
  return sides.toSorted((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing));
}
