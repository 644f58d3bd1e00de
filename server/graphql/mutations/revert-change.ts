import { revertChange } from '../../edits/actions/revert-change.ts';
import { addMutation } from './frame/add-mutation.ts';

interface Given {
  readonly sequence: number;
  readonly withLater: boolean;
}

/** Adds the mutation that takes a change back. */
export function addRevertChange(): void {
  addMutation<Given>({
    name: 'revertChange',
    says: 'Takes a change back, by its number in the journal: a new change that puts every record as it was before. Where others have built on it, that is refused with the list, unless theirs are taken back too.',
    input: (t) => ({
      sequence: t.int({ required: true, description: 'Number of the change in the journal.' }),
      withLater: t.boolean({
        required: true,
        defaultValue: false,
        description: 'Whether later changes that were built on it are taken back with it.',
      }),
    }),
    subject: null,
    mayBeBuiltOn: true,
    edit: ({ sequence, withLater }) => revertChange({ sequence, withLater }),
  });
}
