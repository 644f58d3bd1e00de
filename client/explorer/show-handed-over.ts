import { printCount } from '../../schema/print-count.ts';
import { takeHandedOver } from '../api/hand-over.ts';
import { loadEndsOf } from '../api/load-ends.ts';
import type { useView } from './use-view.ts';

export interface HandedOverOptions {
  readonly view: Pick<ReturnType<typeof useView>, 'isReady' | 'openView' | 'fail'>;
  readonly tell: (words: string, tone?: 'news' | 'failure') => void;
}

/** Opens the view of what was handed over, and says what of it the graph has. */
export async function showHandedOver({ view, tell }: HandedOverOptions): Promise<void> {
  const handed = takeHandedOver();
  if (!handed) return;
  const ends = await loadEndsOf(handed.relationships);
  if (ends.kind === 'failure') return view.fail(ends.failure);
  const nodes = [...new Set([...handed.nodes, ...ends.value.nodes])];
  if (nodes.length === 0) return tell('The graph has nothing of that result.', 'failure');
  const opened = await view.openView(
    {
      id: 'result',
      title: 'Result of a query',
      says: 'What a query in the playground gave.',
      arrangement: nodes.some((id) => id.startsWith('inspection/')) ? 'time' : 'free',
      nodes,
    },
    null,
  );
  if (opened.kind === 'failure') return view.fail(opened.failure);
  const shown = opened.value.nodes.length;
  const unknown = nodes.length - shown + ends.value.unknown;
  const missing =
    unknown === 0 ? '' : ` ${printCount(unknown)} ${unknown === 1 ? 'id is' : 'ids are'} not in the graph.`;
  tell(
    `${printCount(shown)} ${shown === 1 ? 'node' : 'nodes'} of the result ${shown === 1 ? 'is' : 'are'} shown.${missing}`,
  );
}
