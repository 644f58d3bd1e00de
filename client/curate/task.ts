import type { NodeId, RelationshipId } from '../../schema/ids.ts';
import type { Picked } from './form/picked.ts';
import type { LinkDraft, LinkedQuote } from './link-quote/link-draft.ts';

/** What the curator is about to do; one at a time, in the panel beside the canvas. */
export type CurateTask =
  | { readonly kind: 'link'; readonly quote: LinkedQuote; readonly given: Partial<LinkDraft> }
  | { readonly kind: 'edit'; readonly id: NodeId | RelationshipId }
  /** `about` names a question of the record; null stands for the first. */
  | { readonly kind: 'settle'; readonly id: NodeId | RelationshipId; readonly about: string | null }
  /** One or two; a second that is missing is picked. */
  | { readonly kind: 'merge'; readonly ids: readonly NodeId[] }
  | { readonly kind: 'create' }
  | { readonly kind: 'relate'; readonly given: readonly Picked[] }
  | { readonly kind: 'judge'; readonly id: NodeId }
  | { readonly kind: 'remove'; readonly id: NodeId | RelationshipId };

/** One name for each thing that can be written: the name of its draft. */
export function nameTask(task: CurateTask): string {
  switch (task.kind) {
    case 'link':
      return task.quote.kind === 'existing'
        ? `link ${task.quote.quote.id}`
        : `link new ${task.given.document?.[0]?.id ?? ''}`;
    case 'edit':
      return `edit ${task.id}`;
    case 'create':
      return 'create';
    case 'relate':
      return `relate ${task.given.map(({ id }) => id).join(' ')}`;
    case 'settle':
    case 'judge':
    case 'remove':
      return `${task.kind} ${task.id}`;
    case 'merge':
      return `merge ${task.ids.join(' ')}`;
  }
}
