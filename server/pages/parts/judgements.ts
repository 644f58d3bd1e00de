import { standings } from '../../../schema/records.ts';
import type { BranchItem, NodeTree } from '../../store/read-plan.ts';
import { type Html, html, type Part } from '../html.ts';
import { pagePathOf } from '../page-path.ts';
import { itemsOf } from './branch.ts';
import { renderChip } from './chip.ts';
import type { Sources } from './sources.ts';

/** What an inspection judged, as a table: an area a row, the labels as printed, both where sources disagree. */
export function renderJudgements(tree: NodeTree, sources: Sources): Part {
  const areas = groupByArea(itemsOf(tree, 'judgements'));
  const rows = [...areas].map(([area, items]) => renderArea(area, items, sources));
  return html`<section aria-labelledby="judgements">
<h2 id="judgements">Judgements</h2>
${
  rows.length === 0
    ? html`<p class="soft">No judgement is recorded.</p>`
    : html`<table>
<thead><tr><th scope="col">Area</th><th scope="col">Judgement, as printed</th></tr></thead>
<tbody>
${rows}</tbody>
</table>`
}
</section>`;
}

/** A judgement itself: its label, and the other side where another source says otherwise. */
export function renderJudgement(tree: NodeTree, sources: Sources): Part {
  const { node } = tree;
  const inspection = itemsOf(tree, 'inspection')[0]?.node ?? null;
  const others = itemsOf(inspection, 'judgements').filter(
    (item) => item.node?.node.properties.area === node.properties.area && item.node?.node.id !== node.id,
  );
  const chip = html`<p class="verdict">${renderChip(node)}${sources.cite(tree.evidence ?? [])}</p>`;
  if (!node.disputed.includes('grade') || others.length === 0) return chip;
  return html`<div class="disputed">
<p><strong>The sources disagree on this judgement</strong></p>
${chip}
<ul class="plain">${others.map((item) => html`<li>${renderSide(item, sources)}</li>`)}</ul>
</div>`;
}

/** The labels of an inspection beside its name in a list, as “overall Good”; nothing where it has none. */
export function renderLabels(inspection: NodeTree): Part {
  const areas = [...groupByArea(itemsOf(inspection, 'judgements'))];
  if (areas.length === 0) return null;
  return html`<ul class="labels">${areas.map(
    ([area, items]) =>
      html`<li><span class="soft">${area}</span>${items.map(({ node }) => node && [' ', renderChip(node.node)])}</li>`,
  )}</ul>`;
}

function renderArea(area: string, items: readonly BranchItem[], sources: Sources): Html {
  const isDisputed = items.some(({ node }) => node?.node.disputed.includes('grade'));
  return html`<tr${isDisputed && html` class="disputed"`}><th scope="row">${area}${
    isDisputed && html`<br><strong>the sources disagree</strong>`
  }</th><td>${items.map((item) => html`<div>${renderSide(item, sources)}</div>`)}</td></tr>
`;
}

function renderSide({ node: far, relationship }: BranchItem, sources: Sources): Part {
  if (!far) return null;
  const { id, properties } = far.node;
  return html`<a class="judged" href="${pagePathOf(id)}">${renderChip(far.node)}</a>${
    properties.standing &&
    properties.standing !== 'stands' &&
    html` <span class="standing">${properties.standing}</span>`
  }${sources.cite([...(far.evidence ?? []), ...(relationship.evidence ?? [])])}`;
}

/** By the area as printed, “overall” first; judgements of one area that are printed differently stay together. */
function groupByArea(items: readonly BranchItem[]): ReadonlyMap<string, readonly BranchItem[]> {
  const groups = new Map<string, { readonly words: string; readonly items: BranchItem[] }>();
  for (const item of items) {
    const { area, areaAsPrinted, name } = item.node?.node.properties ?? {};
    const key = area ?? name ?? '';
    const group = groups.get(key) ?? { words: areaAsPrinted ?? key, items: [] };
    group.items.push(item);
    groups.set(key, group);
  }
  // What stands comes before what is also said.
  for (const { items: sides } of groups.values()) sides.sort((a, b) => rankOf(a) - rankOf(b));
  const sorted = [...groups].sort(([a], [b]) => Number(b === 'overall') - Number(a === 'overall'));
  return new Map(sorted.map(([key, group]) => [group.words || key, group.items]));
}

function rankOf({ node }: BranchItem): number {
  return (standings as readonly string[]).indexOf(node?.node.properties.standing ?? 'stands');
}
