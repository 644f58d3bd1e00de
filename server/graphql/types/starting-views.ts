import { builder } from '../builder.ts';
import type { StartingView } from '../context.ts';
import { ArrangementEnum } from '../enums.ts';
import { fetchNodes } from '../plan/node-selections.ts';
import { askSelection } from '../plan/plan-read.ts';
import { EntityRef } from '../refs.ts';

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
    }),
  });
  builder.queryField('startingViews', (t) =>
    t.field({
      type: [StartingViewRef],
      resolve: (_root, _args, { startingViews }) => startingViews(),
    }),
  );
}
