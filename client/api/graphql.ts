import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './graphql-env.d.ts';

/** Makes typed documents out of operations; their types follow the printed API. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { ID: string; EDTF: string };
}>();
