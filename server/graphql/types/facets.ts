import { nodeTypeNames } from '../../../schema/node-types.ts';
import type { FacetCount } from '../../store/graph-store.ts';
import { builder } from '../builder.ts';
import { EntityTypeEnum, FacetDimensionEnum } from '../enums.ts';
import { readNodeWhere } from '../lists/read-where.ts';
import { nodeWhereOf } from '../lists/where-inputs.ts';
import { readNodeIds } from '../plan/node-selections.ts';
import { countFacets } from './remember-facets.ts';

const IDS_LIMIT = 2_000;

/** Adds the counts of nodes by type, kind, grade, year, document or relationship. */
export function addFacets(): void {
  const FacetRef = builder.objectRef<FacetCount>('FacetCount').implement({
    fields: (t) => ({
      by: t.field({ type: FacetDimensionEnum, resolve: ({ by }) => by }),
      key: t.exposeString('key', {
        description: 'A type, kind or year; a grade as `scale#rank` or `none#label`; the id of a document.',
      }),
      count: t.exposeInt('count'),
      disputed: t.exposeInt('disputed', { description: 'How many of them are disputed.' }),
    }),
  });
  builder.queryField('facets', (t) =>
    t.field({
      type: [FacetRef],
      description:
        'How many of the given nodes, or of all, fall under each key. A disputed judgement counts in both bins.',
      args: {
        ids: t.arg.idList({ description: `At most ${IDS_LIMIT}; the whole graph if left out.` }),
        types: t.arg({ type: [EntityTypeEnum] }),
        where: t.arg({ type: nodeWhereOf(nodeTypeNames) }),
        by: t.arg({ type: [FacetDimensionEnum], required: true }),
      },
      resolve: (_root, { ids, types, where, by }, { store, signal }) =>
        countFacets(
          store,
          {
            ids: ids ? readNodeIds(ids, IDS_LIMIT) : null,
            types: types ?? null,
            where: readNodeWhere(where, nodeTypeNames),
            by: [...new Set(by)],
          },
          signal ? { signal } : {},
        ),
    }),
  );
}
