import { type NodeId, nodeId, relationshipId } from '../../schema/ids.ts';
import type { RelationshipType } from '../../schema/relationship-types.ts';
import type { GraphQuestion } from '../../server/graph/graph-question.ts';
import type { Adjacency, AdjacencyQuestion } from '../../server/store/graph-store.ts';

type Relationships = Adjacency['relationships'];

/** A small world in one line each: `['ann', 'SAID', 'bob']`; a fourth word tells parallel ones apart. */
export function relationshipsOf(
  rows: readonly (readonly [from: string, type: RelationshipType, to: string, key?: string])[],
): Relationships {
  return rows.map(([from, type, to, key = '']) => {
    const [start, end] = [smallId(from), smallId(to)];
    return { id: relationshipId(type, start, end, key), type, from: start, to: end };
  });
}

export function smallId(name: string): NodeId {
  return nodeId(`node/${name}`);
}

/** Answers as the port says, from a list in memory. */
function answerAdjacency(all: Relationships, question: AdjacencyQuestion): Adjacency {
  const of = new Set(question.of);
  const found = all
    .filter(({ type }) => question.types === null || question.types.includes(type))
    .filter(({ from, to }) => (question.among ? of.has(from) && of.has(to) : of.has(from) || of.has(to)))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return { relationships: found.slice(0, question.limit), truncated: found.length > question.limit };
}

/** Drives a question to its end; `asked` are the questions in their order, and `pauses` how often it paused. */
export function answerQuestion<Answer>(
  all: Relationships,
  question: GraphQuestion<Answer>,
): { readonly answer: Answer; readonly asked: readonly AdjacencyQuestion[]; readonly pauses: number } {
  const asked: AdjacencyQuestion[] = [];
  let pauses = 0;
  let step = question.next();
  while (!step.done) {
    if (step.value === null) {
      pauses += 1;
      step = question.next({ relationships: [], truncated: false });
    } else {
      asked.push(step.value);
      step = question.next(answerAdjacency(all, step.value));
    }
  }
  return { answer: step.value, asked, pauses };
}
