import type { PartialDate } from '../../../schema/partial-date.ts';
import { postsOnDay } from '../../../schema/posts-on-day.ts';
import { sayCertainty, sayPost, sayPostTime } from '../../../schema/say-post.ts';
import type { BranchItem, NodeTree } from '../../store/read-plan.ts';
import { type Html, html, type Part } from '../html.ts';
import { pagePathOf } from '../page-path.ts';
import { capitalise } from './capitalise.ts';
import { renderSides } from './facts.ts';
import { evidenceOfStatements, type Sources } from './sources.ts';

/** The posts of a person, or who was in post at an organisation, with when as far as it is known. */
export function renderPosts(title: string, items: readonly BranchItem[], sources: Sources): Part {
  if (items.length === 0) return null;
  return html`<section aria-labelledby="posts">
<h2 id="posts">${title}</h2>
<dl class="facts">
${items.map((item) => renderPost(item, sources))}</dl>
</section>`;
}

function renderPost({ relationship: tree, node, direction }: BranchItem, sources: Sources): Html {
  const { properties, disputed } = tree.relationship;
  const statements = tree.statements ?? [];
  const support = [...(tree.evidence ?? []), ...evidenceOfStatements(statements)];
  const disputes = disputed.map(
    (property) => html`<dd>${renderSides({ property, statements, sources, kind: 'date' })}</dd>\n`,
  );
  const title = sayPost(properties);
  const far =
    node && html`<a class="name" href="${pagePathOf(node.node.id)}">${node.node.properties.name}</a>`;
  return html`<div class="fact"><dt>${sayPostTime(properties) || 'when is not known'}</dt>
<dd>${direction === 'out' ? [capitalise(title), ' of ', far] : [far, ', ', title]}${
    properties.interim && ', for the time being'
  }${sources.cite(support)}</dd>
${disputes}</div>
`;
}

/** The posts that a speaker held when something was said, each with how sure it is; the surest certainty alone. */
export function renderPostsThen(speaker: NodeTree, day: PartialDate | undefined, sources: Sources): Part {
  const posts = speaker.branches.get('posts')?.items ?? [];
  if (!day || posts.length === 0) return null;
  const then = postsOnDay(posts, ({ relationship }) => relationship.relationship.properties, day);
  return then
    .filter(({ certainty }) => certainty === then[0]?.certainty)
    .map(({ post, certainty }) => {
      const { relationship, evidence } = post.relationship;
      const time = sayPostTime(relationship.properties);
      return html`<p class="post-then">${sayPost(relationship.properties)} of ${
        post.node && html`<a href="${pagePathOf(post.node.node.id)}">${post.node.node.properties.name}</a>`
      } <span class="soft">– ${sayCertainty(certainty)}${time && ` (${time})`}</span>${sources.cite(evidence ?? [])}</p>
`;
    });
}
