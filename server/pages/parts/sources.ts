import { printPartialDate } from '../../../schema/partial-date.ts';
import type { EvidenceTree, NodeTree, StatementTree } from '../../store/read-plan.ts';
import { type Html, html, joinParts, type Part, webAddress } from '../html.ts';
import { pagePathOf } from '../page-path.ts';

/** Gives each place that a page rests on a number, when it is first cited; the list comes after all citing. */
export interface Sources {
  readonly cite: (evidence: readonly EvidenceTree[]) => Part;
  readonly list: () => Part;
}

export function numberSources(): Sources {
  const numbered = new Map<string, { readonly number: number; readonly tree: EvidenceTree }>();
  const numberOf = (tree: EvidenceTree): number => {
    const { document, locator, basis, words, explanation } = tree.evidence;
    // One paragraph may support many facts; a reader sees it as one source.
    const place = JSON.stringify([document, locator, basis, words, explanation]);
    const known = numbered.get(place) ?? { number: numbered.size + 1, tree };
    numbered.set(place, known);
    return known.number;
  };
  return {
    cite: (evidence) => {
      const numbers = [...new Set(evidence.map(numberOf))].sort((a, b) => a - b);
      if (numbers.length === 0) return null;
      const links = numbers.map(
        (number) => html`<a href="#source-${number}" aria-label="source ${number}">${number}</a>`,
      );
      return html`<span class="cites"> ${joinParts(links, ' ')}</span>`;
    },
    list: () =>
      numbered.size > 0 &&
      html`<section class="sources" aria-labelledby="sources">
<h2 id="sources">Sources</h2>
<ol>
${[...numbered.values()].map(({ number, tree }) => html`<li id="source-${number}">${renderSource(tree)}</li>\n`)}</ol>
</section>`,
  };
}

/** All evidence of statements. */
export function evidenceOfStatements(statements: readonly StatementTree[]): readonly EvidenceTree[] {
  return statements.flatMap(({ evidence }) => evidence ?? []);
}

const bases = { stated: 'stated', inferred: 'inferred', outside: 'known from outside' } as const;

function renderSource({ evidence, document }: EvidenceTree): Html {
  const { locator, basis, words, explanation } = evidence;
  return html`${document ? renderDocument(document) : 'In no document of the graph'} · ${
    locator && `${locator} · `
  }<span class="basis">${bases[basis]}</span>${words && html` <q>${words}</q>`}${
    explanation && html` <span class="explanation">${explanation}</span>`
  }`;
}

function renderDocument({ node }: NodeTree): Html {
  const { name, kind, publishedOn, sourceUrl, archiveUrl } = node.properties;
  const what = [kind, publishedOn && printPartialDate(publishedOn)].filter(Boolean).join(', ');
  const ways = [renderAddress('original', sourceUrl), renderAddress('archived', archiveUrl)].filter(Boolean);
  return html`<a class="name" href="${pagePathOf(node.id)}">${name}</a>${what && ` (${what})`}${ways.map(
    (way) => [' · ', way],
  )}`;
}

function renderAddress(words: string, given: string | undefined): Part {
  const address = given === undefined ? null : webAddress(given);
  return address && html`<a href="${address}" rel="noopener noreferrer external">${words}</a>`;
}
