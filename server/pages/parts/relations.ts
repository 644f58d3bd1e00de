import { type NodeType, nodeTypes } from '../../../schema/node-types.ts';
import { printPartialDate } from '../../../schema/partial-date.ts';
import { relationshipFieldsOf, relationshipTypeRow } from '../../../schema/relationship-types.ts';
import { sayPostTime } from '../../../schema/say-post.ts';
import type { BranchItem, NodeTree, Page } from '../../store/read-plan.ts';
import { type Html, html, type Part } from '../html.ts';
import { explorerPathOf, pagePathOf } from '../page-path.ts';
import { capitalise } from './capitalise.ts';
import { renderLabels } from './judgements.ts';
import type { Sources } from './sources.ts';

/** All other relationships of a node as links to the other pages, a heading for each type and direction. */
export function renderRelations(tree: NodeTree, shownAbove: readonly string[], sources: Sources): Part {
  const { type } = tree.node;
  const groups = relationshipFieldsOf(type)
    .filter(({ field }) => !shownAbove.includes(field))
    .flatMap(({ field, relationship, direction }) => {
      const page = tree.branches.get(field);
      if (!page || page.items.length === 0) return [];
      const { says } = relationshipTypeRow(relationship);
      return [renderGroup(tree, direction === 'out' ? says.forward : says.backward, page, sources)];
    });
  if (groups.length === 0) return null;
  return html`<section aria-labelledby="relationships">
<h2 id="relationships">Relationships</h2>
${groups}</section>`;
}

function renderGroup(tree: NodeTree, words: string, page: Page<BranchItem>, sources: Sources): Html {
  const more = html`<p class="soft">There are more: <a href="${explorerPathOf(tree.node.id)}">the explorer has them all</a>.</p>\n`;
  return html`<h3>${capitalise(words)}</h3>
<ul class="relations">
${page.items.map((item) => renderItem(item, sources))}</ul>
${page.hasNext && more}`;
}

function renderItem({ relationship, direction, node: far }: BranchItem, sources: Sources): Part {
  if (!far) return null;
  const { id, type, properties, disputed } = far.node;
  const own = relationship.relationship;
  const details = [
    properties.date && !isNamedByDate.includes(type) && printPartialDate(properties.date),
    own.properties.kind,
    own.properties.as === 'after' && (direction === 'out' ? 'this came after it' : 'it came after this'),
    own.properties.locator,
    sayPostTime(own.properties),
  ].filter(Boolean);
  return html`<li><span class="type">${nodeTypes[type].words.one}</span> <a class="${
    type === 'Quote' ? 'name words' : 'name'
  }" href="${pagePathOf(id)}">${nameOf(far)}</a>${details.length > 0 && html` <span class="soft">${details.join(' · ')}</span>`}${
    (disputed.length > 0 || own.disputed.length > 0) && html` <span class="mark">disputed</span>`
  }${sources.cite(relationship.evidence ?? [])}${type === 'Inspection' && renderLabels(far)}</li>
`;
}

const isNamedByDate: readonly NodeType[] = ['Event'];

/** In full where the name is only the first words of a text. */
function nameOf({ node: { type, properties } }: NodeTree): string {
  const { name, text } = properties;
  if (!text) return name;
  if (type === 'Quote') return `“${text}”`;
  return type === 'Event' ? `${name}: ${text}` : text;
}
