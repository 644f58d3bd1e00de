import { printCount } from '../../schema/print-count.ts';
import { type RelationshipType, relationshipTypeNames } from '../../schema/relationship-types.ts';
import type { Exploration } from '../exploration/exploration.ts';
import { isFacetShown } from '../exploration/filters/facets.ts';
import { sayTimeFilter } from '../exploration/filters/time-filter.ts';
import { visibleNodes, visibleRelationships } from '../exploration/visible.ts';

interface ViewQuery {
  readonly query: string;
  readonly variables: Readonly<Record<string, readonly string[]>>;
}

/**
 * A query for what can be seen: the nodes with all relationships among them, those left out whose type a filter hides.
 * Filters of relationships by basis, source and day have no argument in the API: then a comment says which of them
 * hide how many that come with the answer.
 */
export function makeViewQuery(state: Exploration): ViewQuery {
  const ids = visibleNodes(state).map(({ record }) => record.id);
  const types = relationshipTypeNames.filter((key) =>
    isFacetShown(state.filters, { dimension: 'relationship', key }),
  );
  const hasTypes = types.length < relationshipTypeNames.length;
  return {
    query: `${sayLeftIn(state, new Set(types))}query View($ids: [ID!]${hasTypes ? ', $types: [RelationshipType!]' : ''}) {
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

/** What the query cannot say, as a comment before it; empty where it gives just what can be seen. */
function sayLeftIn(state: Exploration, types: ReadonlySet<RelationshipType>): string {
  const ends = new Set(visibleNodes(state).map(({ record }) => record.id));
  const seen = new Set(visibleRelationships(state));
  const unseen = [...state.relationships.values()].filter(
    (each) =>
      !seen.has(each) &&
      types.has(each.record.type) &&
      ends.has(each.record.from) &&
      ends.has(each.record.to),
  );
  if (unseen.length === 0) return '';
  const why = [
    state.filters.has('basis') ? 'by how a source supports them' : '',
    state.filters.has('source') ? 'by source' : '',
    state.only.has('primary') ? 'by a primary source' : '',
    state.time.kind === 'asOf' ? sayTimeFilter(state.time) : '',
  ].filter(Boolean);
  const many =
    unseen.length === 1 ? '1 relationship comes' : `${printCount(unseen.length)} relationships come`;
  return `# ${many} with the answer that the explorer hides: it filters relationships ${why.join(' and ')},
# for which the API has no argument. Their evidence below tells them apart.
`;
}

/** The same as one text that runs as it stands: its variables have their values as defaults. */
export function writeViewQuery(state: Exploration): string {
  const { query, variables } = makeViewQuery(state);
  const lists: Partial<Record<string, string>> = {
    ids: `[\n${variables.ids?.map((id) => `    ${JSON.stringify(id)}\n`).join('')}  ]`,
    types: `[${variables.types?.join(', ')}]`,
  };
  return query.replace(/query View\((.*?)\)/, (_, declared: string) => {
    const declarations = [...declared.matchAll(/\$(\w+): ([^,]+)/g)].map(
      ([, name = '', type]) => `  $${name}: ${type} = ${lists[name]}\n`,
    );
    return `query View(\n${declarations.join('')})`;
  });
}
