import { nodeTypeRow, nodeTypes } from '../../schema/node-types.ts';
import { printPartialDate } from '../../schema/partial-date.ts';
import type { NodeTree } from '../store/read-plan.ts';
import { Html, html, type Part } from './html.ts';
import { explorerPathOf, pagePathOf, quotePathOf } from './page-path.ts';
import { itemsOf } from './parts/branch.ts';
import { capitalise } from './parts/capitalise.ts';
import { renderFacts } from './parts/facts.ts';
import { renderJudgement, renderJudgements } from './parts/judgements.ts';
import { renderPosts } from './parts/posts.ts';
import { quotationFields, renderQuotation } from './parts/quotation.ts';
import { renderRelations } from './parts/relations.ts';
import { numberSources, type Sources } from './parts/sources.ts';
import { describeNode } from './structured-data.ts';

/** Where the page is served and what it may point to. */
export interface PageFrame {
  /** `https://oversight.example`, without a slash at its end. */
  readonly origin: string;
  /** The path of the stylesheet; without one the page is plain. */
  readonly style: string | null;
}

/** The page of a node, from what its plan brought. The same tree gives the same text. */
export function renderPage(tree: NodeTree, frame: PageFrame): string {
  const { node } = tree;
  const sources = numberSources();
  const address = frame.origin + pagePathOf(node.id);
  // Numbers are given in the order of citing, so that the list of sources comes last.
  const top = renderHead(tree, sources);
  const body = renderBody(tree, sources);
  const { name } = node.properties;
  const main = html`<article class="${node.type.toLowerCase()}">
${top}
${body}
${sources.list()}
<footer class="citation">
<h2>Cite this page</h2>
<p>Oversight, ${node.type === 'Quote' ? titleOf(tree) : `“${titleOf(tree)}”`} (${whatItIs(tree).join(', ')}), version ${node.version}, <span class="address">${address}</span></p>
</footer>
</article>`;
  const head = html`<link rel="canonical" href="${address}">
<meta name="description" content="${capitalise(whatItIs(tree).join(', '))}: ${name}">
${Html.data('application/ld+json', describeNode(tree, frame.origin))}
`;
  return renderFrame(titleOf(tree), head, main, frame);
}

/** A page that says one thing only, such as that there is nothing at an address. */
export function renderNotice(title: string, words: string, frame: PageFrame): string {
  const main = html`<article class="notice"><h1>${title}</h1><p>${words}</p><p><a href="/">Open the explorer</a></p></article>`;
  return renderFrame(title, html`<meta name="robots" content="noindex">\n`, main, frame);
}

function renderFrame(title: string, head: Html, main: Html, { style }: PageFrame): string {
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} – Oversight</title>
${style && html`<link rel="stylesheet" href="${style}">`}
${head}</head>
<body>
<header class="masthead"><a class="brand" href="/">Over<b>sight</b></a> <nav aria-label="Oversight"><a href="/">Explorer</a> <a href="/graphql">Playground</a></nav></header>
<main>
${main}
</main>
</body>
</html>
`.markup;
}

function renderHead(tree: NodeTree, sources: Sources): Html {
  const { id, type, properties } = tree.node;
  const words = type === 'Event' && properties.text;
  const isLong = (type === 'Finding' || type === 'Recommendation') && properties.text;
  return html`<header>
<p class="kicker">${capitalise(whatItIs(tree).join(' · '))}${sources.cite(tree.evidence ?? [])}</p>
<h1 class="${isLong ? 'long' : 'title'}">${isLong || headingOf(tree)}</h1>
${words && html`<p class="lead">${words}</p>`}
${properties.note && html`<p class="note">${capitalise(properties.note)}</p>`}
<p class="actions"><a class="button" href="${explorerPathOf(id)}">Open in the explorer</a>${type === 'Document' && html` <a class="button" href="${quotePathOf(id)}">Add a quote from it</a>`}</p>
</header>`;
}

/** “inspection”, “national”, “28 March 2018”. */
function whatItIs({ node: { type, properties } }: NodeTree): readonly string[] {
  const date = properties.date && type !== 'Event' ? printPartialDate(properties.date) : undefined;
  return [nodeTypes[type].words.one, properties.kind, date].flatMap((words) => words ?? []);
}

function titleOf(tree: NodeTree): string {
  const { type, properties } = tree.node;
  const speaker = type === 'Quote' && speakerOf(tree);
  return speaker ? `${speaker}: ${properties.name}` : properties.name;
}

/** The words of a quote stand below in large type, so that its heading has the speaker alone. */
function headingOf(tree: NodeTree): string {
  const speaker = tree.node.type === 'Quote' && speakerOf(tree);
  if (speaker) return `Said by ${speaker}`;
  const { name } = tree.node.properties;
  // A name that is made out of properties begins as they do.
  return nodeTypeRow(tree.node.type).title ? capitalise(name) : name;
}

function speakerOf(tree: NodeTree): string | undefined {
  const speaker = itemsOf(tree, 'speakers')[0]?.node?.node.properties.name;
  return speaker ?? tree.node.properties.attributionAsPrinted;
}

function renderBody(tree: NodeTree, sources: Sources): Part {
  const facts = () => renderFacts(tree, sources);
  const relations = (...shownAbove: string[]) => renderRelations(tree, shownAbove, sources);
  switch (tree.node.type) {
    case 'Person':
      return [renderPosts('Posts', itemsOf(tree, 'posts'), sources), facts(), relations('posts')];
    case 'Organisation':
      return [
        facts(),
        renderPosts('In post', itemsOf(tree, 'postHolders'), sources),
        relations('postHolders'),
      ];
    case 'Inspection':
      return [renderJudgements(tree, sources), facts(), relations('judgements')];
    case 'Judgement':
      return [renderJudgement(tree, sources), facts(), relations()];
    case 'Quote':
      return [renderQuotation(tree, sources), facts(), relations(...quotationFields)];
    default:
      return [facts(), relations()];
  }
}
