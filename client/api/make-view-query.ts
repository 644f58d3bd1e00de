import { relationshipTypeNames } from '../../schema/relationship-types.ts';
import type { Exploration } from '../exploration/exploration.ts';
import { isFacetShown } from '../exploration/filters/facets.ts';
import { visibleNodes } from '../exploration/visible.ts';

interface ViewQuery {
  readonly query: string;
  readonly variables: Readonly<Record<string, readonly string[]>>;
}

/**
 * A query for what can be seen: the nodes with all relationships among them, those left out whose type a filter hides.
 * Filters of relationships by basis, source and day have no argument in the API, so that these come with the answer.
 */
export function makeViewQuery(state: Exploration): ViewQuery {
  const ids = visibleNodes(state).map(({ record }) => record.id);
  const types = relationshipTypeNames.filter((key) =>
    isFacetShown(state.filters, { dimension: 'relationship', key }),
  );
  const hasTypes = types.length < relationshipTypeNames.length;
  return {
    query: `query View($ids: [ID!]${hasTypes ? ', $types: [RelationshipType!]' : ''}) {
  subgraph(ids: $ids${hasTypes ? ', types: $types' : ''}, hops: 0, limit: ${Math.max(1, ids.length)}) {
    nodes {
      __typename
      id
      name
      date { words }
    }
    relationships {
      id
      type
      startId
      endId
      evidence { document { name } locator basis }
    }
  }
}
`,
    variables: { ids, ...(hasTypes && { types }) },
  };
}

/** The same as one text that runs as it stands: its variables have their values as defaults. */
export function writeViewQuery(state: Exploration): string {
  const { query, variables } = makeViewQuery(state);
  const lists: Partial<Record<string, string>> = {
    ids: `[\n${variables.ids?.map((id) => `    ${JSON.stringify(id)}\n`).join('')}  ]`,
    types: `[${variables.types?.join(', ')}]`,
  };
  const declarations = [...query.slice(0, query.indexOf(')')).matchAll(/\$(\w+): ([^,)]+)/g)].map(
    ([, name = '', type]) => `  $${name}: ${type} = ${lists[name]}\n`,
  );
  return `query View(\n${declarations.join('')}${query.slice(query.indexOf(')'))}`;
}
