/**
 * An answer as plain values that must be equal whoever gives them: lists are lists, in whatever form they came, and
 * a look-up that came as a list of one is what is in it.
 */
export function plainAnswer(data: unknown, ordered: boolean): unknown {
  const [root] = isObject(data) ? Object.values(data).map(plain) : [];
  const answer = Array.isArray(root) && !ordered ? root.map((item) => JSON.stringify(item)).sort() : root;
  return Array.isArray(answer) && answer.length === 1 ? answer[0] : answer;
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (!isObject(value)) return value;
  if (Array.isArray(value.nodes)) return value.nodes.map(plain);
  if (Array.isArray(value.edges)) return value.edges.map((edge) => plain(edge.node));
  if ('totalCount' in value) return value.totalCount;
  if (isObject(value.aggregate) && isObject(value.aggregate.count)) return value.aggregate.count.nodes;
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => [field.replace(/Connection$/, ''), plain(inner)]),
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
