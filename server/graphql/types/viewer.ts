import { adviceFor, mayWrite, type Viewer } from '../../access/tokens/viewer.ts';
import { builder } from '../builder.ts';

const ViewerRef = builder.objectRef<Viewer>('Viewer');

/** Adds who is asking, so that a client knows what it may offer. */
export function addViewer(): void {
  ViewerRef.implement({
    description: 'Who is asking, by the token of the request.',
    fields: (t) => ({
      name: t.string({
        nullable: true,
        description: 'The author of the changes that are made with the token; null without one.',
        resolve: (viewer) => (viewer.kind === 'known' ? viewer.name : null),
      }),
      canWrite: t.boolean({ description: 'Whether mutations are open to it.', resolve: mayWrite }),
      problem: t.string({
        nullable: true,
        description: 'Why a token that was sent is not accepted, and what to do.',
        resolve: (viewer) => (viewer.kind === 'refused' ? adviceFor(viewer) : null),
      }),
    }),
  });
  builder.queryField('viewer', (t) =>
    t.field({ type: ViewerRef, resolve: (_root, _args, { viewer }) => viewer() }),
  );
}
