import { mostSubgraphNodes } from '../../graph/gather-subgraph.ts';
import { builder } from '../builder.ts';
import type { StartingView } from '../context.ts';
import { ArrangementEnum } from '../enums.ts';
import { fetchNodes } from '../plan/node-selections.ts';
import { askSelection } from '../plan/plan-read.ts';
import { EntityRef } from '../refs.ts';
import { rememberStates } from './remember-states.ts';
import { gatherSubgraph, type Subgraph, SubgraphRef } from './subgraph.ts';

/** Views that are kept, of 2,000 nodes with their relationships at most each. */
const VIEWS_LIMIT = 6;

/** A view is named whole: no more comes than its own nodes. */
const itsNodes = { hops: 0, types: null, nodeTypes: null, limit: mostSubgraphNodes, touching: null } as const;

/** Every reader begins with one of these, and asks for it in the same words: it is read once, until the graph changes. */
const remember = rememberStates<Subgraph>(VIEWS_LIMIT);

/** Adds the views that the explorer can open on, as the seeds name them. */
export function addStartingViews(): void {
  const StartingViewRef = builder.objectRef<StartingView>('StartingView').implement({
    description: 'A view to open the explorer on.',
    fields: (t) => ({
      id: t.exposeID('id'),
      title: t.exposeString('title'),
      says: t.exposeString('says', { description: 'What it shows, in one sentence.' }),
      arrangement: t.field({
        type: ArrangementEnum,
        resolve: ({ arrangement }) => arrangement,
      }),
      nodeIds: t.idList({ resolve: ({ nodes }) => nodes }),
      nodes: t.field({
        type: [EntityRef],
        resolve: ({ nodes }, args, context, info) =>
          fetchNodes(context, nodes, askSelection(info, args).nodes([])).then((trees) => [...trees]),
      }),
      subgraph: t.field({
        type: SubgraphRef,
        description: 'Its nodes with every relationship among them.',
        resolve: ({ nodes }, args, context, info) => {
          const ask = askSelection(info, args);
          const selected = [
            ask.nodes(['nodes']),
            ask.relationships(['relationships']),
            ask.selects('sequence'),
          ];
          return remember(context.store, JSON.stringify([nodes, ...selected]), () =>
            gatherSubgraph(context, { ...itsNodes, ids: nodes }, ask),
          );
        },
      }),
    }),
  });
  builder.queryField('startingView', (t) =>
    t.field({
      type: StartingViewRef,
      nullable: true,
      description: 'The starting view with this id; without one the first, on which the explorer opens.',
      args: { id: t.arg.id() },
      resolve: async (_root, { id }, { startingViews }) => {
        const views = await startingViews();
        const named = id === null || id === undefined ? views[0] : views.find((view) => view.id === id);
        return named ?? null;
      },
    }),
  );
  builder.queryField('startingViews', (t) =>
    t.field({
      type: [StartingViewRef],
      resolve: (_root, _args, { startingViews }) => startingViews(),
    }),
  );
}
