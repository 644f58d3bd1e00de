import { type NodeId, nodeId, relationshipId } from '../../schema/ids.ts';
import type { RelationshipType } from '../../schema/relationship-types.ts';
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

/** Drives a question to its end; `asked` are the questions in their order. */
export function answerQuestion<Answer>(
  all: Relationships,
  question: Generator<AdjacencyQuestion, Answer, Adjacency>,
): { readonly answer: Answer; readonly asked: readonly AdjacencyQuestion[] } {
  const asked: AdjacencyQuestion[] = [];
  let step = question.next();
  while (!step.done) {
    asked.push(step.value);
    step = question.next(answerAdjacency(all, step.value));
  }
  return { answer: step.value, asked };
}
