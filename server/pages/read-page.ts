import type { GraphStore, ReadOptions } from '../store/graph-store.ts';
import type { NodeTree } from '../store/read-plan.ts';
import type { PageSubject } from './page-path.ts';
import { planPage } from './plan-page.ts';

/** What the page of the node shows; null where it is not there, or went while it was read. */
export async function readPage(
  store: Pick<GraphStore, 'read'>,
  subject: PageSubject,
  options?: ReadOptions,
): Promise<NodeTree | null> {
  const answers = await Promise.all(planPage(subject).map((plan) => store.read(plan, options)));
  const trees = answers.flatMap(({ nodes }) => nodes);
  const [own] = trees;
  if (!own || trees.length < answers.length) return null;
  return { ...own, branches: new Map(trees.flatMap(({ branches }) => [...branches])) };
}
