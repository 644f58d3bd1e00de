import { filledBars, rankTone } from '../../../schema/rank-tone.ts';
import type { GraphNode } from '../../../schema/records.ts';
import { type Html, html } from '../html.ts';

/** The label of a judgement as printed; with bars, all for the best rank and one for the worst, where it has one. */
export function renderChip({ properties: { label, grade, name } }: GraphNode): Html {
  const tone = rankTone(grade?.rank, grade?.of);
  const bars = grade
    ? Array.from({ length: grade.of }, (_, index) =>
        index < filledBars(grade.rank, grade.of)
          ? html`<i class="bar"></i>`
          : html`<i class="bar bar-off"></i>`,
      )
    : [];
  return html`<span class="chip chip-${tone}">${
    grade && html`<span class="bars" aria-hidden="true">${bars}</span>`
  }<span class="chip-words">${label ?? name}</span></span>`;
}
