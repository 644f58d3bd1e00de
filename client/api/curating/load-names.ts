import type { NodeId } from '../../../schema/ids.ts';
import { ask } from '../ask.ts';
import { graphql } from '../graphql.ts';

const namesDocument = graphql(`
  query Names($ids: [ID!]!) {
    nodes(ids: $ids) {
      id
      ... on Entity {
        name
      }
    }
  }
`);

/** So many ids one question takes. */
const AT_ONCE = 100;

/** The names of these nodes; what is gone, or cannot be read now, has none and is called by its id. */
export async function loadNames(ids: Iterable<NodeId>): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)];
  const names = new Map<string, string>();
  for (let start = 0; start < wanted.length; start += AT_ONCE) {
    const outcome = await ask(namesDocument, { ids: wanted.slice(start, start + AT_ONCE) });
    if (outcome.kind === 'failure') return names;
    outcome.value.nodes.forEach((node, i) => {
      const asked = wanted[start + i];
      // The id of a merged node is answered by its survivor.
      if (asked && node && 'name' in node) names.set(asked, node.name);
    });
  }
  return names;
}
