import type { BranchItem, NodeTree } from '../../store/read-plan.ts';

/** What a field of a page's plan brought; nothing where the node has no such field. */
export function itemsOf(tree: NodeTree | null, field: string): readonly BranchItem[] {
  return tree?.branches.get(field)?.items ?? [];
}
