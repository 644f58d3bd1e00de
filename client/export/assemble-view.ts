import type { Exploration } from '../exploration/exploration.ts';
import type { ExportedView } from './exported-view.ts';
import type { LoadedSupport } from './load-support.ts';

type Frame = Pick<ExportedView, 'title' | 'scope' | 'address' | 'madeOn' | 'version'>;

/** All of this exploration (in which filters have been applied already) with what it rests on. */
export function assembleView(
  { nodes, relationships, positions }: Exploration,
  { urls, support }: LoadedSupport,
  frame: Frame,
): ExportedView {
  const none = { evidence: [], statements: [] };
  return {
    ...frame,
    nodes: [...nodes.values()].map(({ record }) => ({
      record,
      url: urls.get(record.id) ?? '',
      at: positions.get(record.id) ?? null,
      ...(support.get(record.id) ?? none),
    })),
    relationships: [...relationships.values()].map(({ record }) => ({
      record,
      ...(support.get(record.id) ?? none),
    })),
  };
}
