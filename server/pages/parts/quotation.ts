import { printPartialDate } from '../../../schema/partial-date.ts';
import type { BranchItem, NodeTree } from '../../store/read-plan.ts';
import { type Html, html, type Part } from '../html.ts';
import { pagePathOf } from '../page-path.ts';
import { itemsOf } from './branch.ts';
import { renderPostsThen } from './posts.ts';
import type { Sources } from './sources.ts';

/** The relationship fields of a quote that stand with its words, so that the list below leaves them out. */
export const quotationFields = ['speakers', 'about', 'quotedIn'];

/** The words of a quote with who said them in what post, what they are about, and the document that has them. */
export function renderQuotation(tree: NodeTree, sources: Sources): Part {
  const { text = '', date, saidOn, attributionAsPrinted } = tree.node.properties;
  const speakers = itemsOf(tree, 'speakers');
  const when =
    date && html`<p class="soft">${printPartialDate(date)}${!saidOn && ' (the date of the document)'}</p>\n`;
  return html`<figure class="quotation">
<blockquote class="${text.length < 140 ? 'short' : text.length < 420 ? 'middling' : 'long'}">“${text}”</blockquote>
<figcaption>
${speakers.map((speaker) => renderSpeaker(speaker, tree, sources))}${
  speakers.length === 0 && attributionAsPrinted && html`<p class="speaker">${attributionAsPrinted}</p>\n`
}${when}</figcaption>
</figure>
${renderAbout(itemsOf(tree, 'about'), sources)}
${renderQuotedIn(itemsOf(tree, 'quotedIn'), sources)}`;
}

function renderSpeaker(item: BranchItem, quote: NodeTree, sources: Sources): Part {
  const { node: speaker, relationship } = item;
  return (
    speaker &&
    html`<p class="speaker"><a class="name" href="${pagePathOf(speaker.node.id)}">${speaker.node.properties.name}</a>${sources.cite(
      relationship.evidence ?? [],
    )}</p>
${renderPostsThen(speaker, quote.node.properties.date, sources)}`
  );
}

function renderAbout(items: readonly BranchItem[], sources: Sources): Part {
  if (items.length === 0) return null;
  return html`<section aria-labelledby="about">
<h2 id="about">About</h2>
<ul class="plain">
${items.map(({ node, relationship }) => node && html`<li>${renderSubject(node)}${sources.cite(relationship.evidence ?? [])}</li>\n`)}</ul>
</section>`;
}

function renderSubject(subject: NodeTree): Html {
  const { id, properties } = subject.node;
  const inspection = itemsOf(subject, 'inspection')[0]?.node?.node;
  return html`<a class="name" href="${pagePathOf(id)}">${properties.name}</a>${
    inspection && html`, in <a href="${pagePathOf(inspection.id)}">${inspection.properties.name}</a>`
  }${properties.date && html` <span class="soft">${printPartialDate(properties.date)}</span>`}`;
}

function renderQuotedIn(items: readonly BranchItem[], sources: Sources): Part {
  if (items.length === 0) return null;
  return html`<section aria-labelledby="quoted-in">
<h2 id="quoted-in">Quoted in</h2>
<ul class="plain">
${items.map((item) => renderDocument(item, sources))}</ul>
</section>`;
}

/** The licence belongs to the document, and stands with everything that is taken from it. */
function renderDocument({ node: document, relationship }: BranchItem, sources: Sources): Part {
  if (!document) return null;
  const { name, kind, date, licence, attribution } = document.node.properties;
  const { locator } = relationship.relationship.properties;
  const what = [kind, date && printPartialDate(date), locator].filter(Boolean).join(' · ');
  return html`<li><a class="name" href="${pagePathOf(document.node.id)}">${name}</a> <span class="soft">${what}</span>${sources.cite(
    relationship.evidence ?? [],
  )}
<p class="soft">${licence ? `Licence: ${licence}.` : 'No licence is recorded.'}${attribution && ` ${attribution}`}</p></li>
`;
}
