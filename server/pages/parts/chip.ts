import type { GraphNode } from '../../../schema/records.ts';
import { type Html, html } from '../html.ts';

const tonesByCount: Readonly<Record<number, readonly string[]>> = {
  2: ['best', 'worst'],
  3: ['best', 'poor', 'worst'],
  4: ['best', 'good', 'poor', 'worst'],
  5: ['best', 'good', 'middle', 'poor', 'worst'],
};

/** The label of a judgement as printed; with bars, all for the best rank and one for the worst, where it has one. */
export function renderChip({ properties: { label, grade, name } }: GraphNode): Html {
  const tone = (grade && tonesByCount[grade.of]?.[grade.rank - 1]) ?? 'none';
  const bars = grade
    ? Array.from({ length: grade.of }, (_, index) =>
        index <= grade.of - grade.rank ? html`<i class="bar"></i>` : html`<i class="bar bar-off"></i>`,
      )
    : [];
  return html`<span class="chip chip-${tone}">${
    grade && html`<span class="bars" aria-hidden="true">${bars}</span>`
  }<span class="chip-words">${label ?? name}</span></span>`;
}
