import type { LabelBox, LabelRoom } from './choose-labels.ts';

export const SHAPE = 60;
export const LIT = 55;
export const INSPECTION = 30;
/** Two names beside each other are not to be read as one. */
export const WORD_GAP = 2;

/** A node that wants to be named; names of a priority above that of shapes may cover them. */
interface Named {
  readonly priority: number;
}

/**
 * The words of each node in the longest form that has room: first those of what is selected or hovered, which may cover
 * shapes; then of inspections, and then of all others those that fit whole, and shorter ones between. `names` are
 * sorted by priority; `writeForm` gives a name in one of its forms, the longest being 0, and null beyond the shortest.
 * What is chosen has taken its room.
 */
export function chooseNames<Name extends Named, Written extends { readonly box: LabelBox }>(
  names: readonly Name[],
  shapes: readonly LabelBox[],
  room: LabelRoom,
  writeForm: (name: Name, form: number) => Written | null,
): readonly Written[] {
  const wanted = names.filter(({ priority }) => priority > SHAPE);
  const chosen = chooseForms(room, wanted, writeForm);
  for (const shape of shapes) room.take(shape);
  const others = names.slice(wanted.length);
  // An inspection says at least its date before others say all of their names.
  const first = others.filter(({ priority }) => priority >= INSPECTION);
  return [
    ...chosen,
    ...chooseForms(room, first, writeForm),
    ...chooseForms(room, others.slice(first.length), writeForm),
  ];
}

function chooseForms<Name, Written extends { readonly box: LabelBox }>(
  room: LabelRoom,
  names: readonly Name[],
  writeForm: (name: Name, form: number) => Written | null,
): readonly Written[] {
  const chosen: Written[] = [];
  let waiting = names;
  for (let form = 0; waiting.length > 0; form++) {
    const left: Name[] = [];
    for (const name of waiting) {
      const written = writeForm(name, form);
      if (!written) continue;
      if (room.take(written.box)) chosen.push(written);
      else left.push(name);
    }
    waiting = left;
  }
  return chosen;
}
