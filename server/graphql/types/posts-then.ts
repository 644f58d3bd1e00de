import type { NodeType } from '../../../schema/node-types.ts';
import type { PostCertainty } from '../../../schema/post-on-day.ts';
import { postsOnDay, withoutOutdone } from '../../../schema/posts-on-day.ts';
import { relationshipPropertiesOf } from '../../../schema/relationship-types.ts';
import type { RelationshipWhere } from '../../store/node-query.ts';
import type { Branch, BranchItem, NodeTree, RelationshipSelection } from '../../store/read-plan.ts';
import { builder } from '../builder.ts';
import { PostCertaintyEnum } from '../enums.ts';
import { relationshipFields } from '../fields/relationship-facts.ts';
import { present } from '../lists/connections.ts';
import { byName } from '../lists/order-inputs.ts';
import { bareNode } from '../plan/node-selections.ts';
import { bareRelationship, followOf, planPosts } from '../plan/plan-branch.ts';
import { keyOfPath } from '../plan/plan-read.ts';
import { type Ask, type BranchNeed, type Read, reads } from '../plan/reads.ts';
import { nodeRef } from '../refs.ts';

/** A post at the day of something else, with both of its ends. */
interface PostThen {
  readonly item: BranchItem;
  readonly certainty: PostCertainty;
  readonly person: NodeTree;
  readonly organisation: NodeTree;
}

const PostThenRef = builder.objectRef<PostThen>('PostThen');

/** Bodies of one inspection, speakers of one quote: in practice one or two. */
const NEAR_LIMIT = 50;

const holdersRead: Read = {
  kind: 'branches',
  plan: (ask) => planTwoSteps(ask, { first: followOf('INSPECTED', 'out'), near: 'organisation', way: 'in' }),
};
const speakersRead: Read = {
  kind: 'branches',
  plan: (ask) => planTwoSteps(ask, { first: followOf('SAID', 'in'), near: 'person', way: 'out' }),
};

/** Adds the posts at a day of something else: who held them at the inspected bodies, and what a speaker held. */
export function addPostsThen(): void {
  PostThenRef.implement({
    description: 'A post that may have been held on a day, with how sure that is.',
    fields: (t) => ({
      ...relationshipFields(t, {
        treeOf: ({ item }) => item.relationship,
        properties: relationshipPropertiesOf('HOLDS_POST'),
        directionOf: () => 'out',
      }),
      certainty: t.field({ type: PostCertaintyEnum, resolve: ({ certainty }) => certainty }),
      person: t.field({ type: nodeRef('Person'), resolve: ({ person }) => person }),
      organisation: t.field({ type: nodeRef('Organisation'), resolve: ({ organisation }) => organisation }),
    }),
  });
  builder.objectField(nodeRef('Inspection'), 'postHoldersThen', (t) =>
    t.field({
      type: [PostThenRef],
      description:
        'Who held posts at the inspected bodies on the date of the inspection, surest first. Posts that are known to have ended are left out, and so is who is merely nearest to a post that somebody else held.',
      args: { kind: t.arg.string({ description: 'Only posts of this kind, as “chief executive”.' }) },
      ...reads(holdersRead),
      resolve: (tree, _args, _context, info) =>
        postsThen(tree, keyOfPath(info.path), (near, far) => ({ organisation: near, person: far })),
    }),
  );
  builder.objectField(nodeRef('Quote'), 'speakerPosts', (t) =>
    t.field({
      type: [PostThenRef],
      description:
        'The posts that the speaker held on the date of the quote, surest first, as in `postHoldersThen`.',
      args: { kind: t.arg.string({ description: 'Only posts of this kind, as “chief executive”.' }) },
      ...reads(speakersRead),
      resolve: (tree, _args, _context, info) =>
        postsThen(tree, keyOfPath(info.path), (near, far) => ({ organisation: far, person: near })),
    }),
  );
}

interface TwoSteps {
  readonly first: Branch['follow'];
  /** The field that shows the node after the first step; the other one shows the end of the second. */
  readonly near: 'person' | 'organisation';
  readonly way: 'in' | 'out';
}

/** One branch to the nodes that are near and, inside it, one to their posts: all in the plan of the root field. */
function planTwoSteps(ask: Ask, { first, near, way }: TwoSteps): BranchNeed {
  const nearType: NodeType = near === 'person' ? 'Person' : 'Organisation';
  const { kind } = ask.args;
  const ofKind: RelationshipWhere | null =
    typeof kind === 'string'
      ? { kind: 'property', property: 'kind', test: { kind: 'eq', value: kind } }
      : null;
  const list = { follow: followOf('HOLDS_POST', way), where: null, relationshipWhere: ofKind, order: byName };
  const posts: Branch = {
    ...planPosts(ask, list, withKind(ask.relationships([]) ?? bareRelationship)),
    key: `${ask.path}/posts`,
    onTypes: [nearType],
    node: ask.nodes([near === 'person' ? 'organisation' : 'person']) ?? bareNode,
  };
  const selected = ask.nodes([near]) ?? bareNode;
  const branch: Branch = {
    key: ask.path,
    onTypes: ask.onTypes,
    follow: first,
    where: { kind: 'type', in: [nearType] },
    relationshipWhere: null,
    order: byName,
    page: { direction: 'forward', limit: NEAR_LIMIT, from: null },
    countTotal: false,
    relationship: bareRelationship,
    node: { ...selected, branches: [...selected.branches, posts] },
  };
  return { properties: ['date'], branches: [branch] };
}

function postsThen(
  tree: NodeTree,
  key: string,
  ends: (near: NodeTree, far: NodeTree) => Pick<PostThen, 'person' | 'organisation'>,
): readonly PostThen[] {
  const { date } = tree.node.properties;
  if (!date) return [];
  const posts = present(tree.branches.get(key)).items.flatMap((item) => {
    const near = present(item.node);
    return present(near.branches.get(`${key}/posts`)).items.map((post) => ({ near, item: post }));
  });
  const found = postsOnDay(posts, ({ item }) => item.relationship.relationship.properties, date);
  return withoutOutdone(found, samePost).map(({ post: { near, item }, certainty }) => ({
    item,
    certainty,
    ...ends(near, present(item.node)),
  }));
}

/** Posts are the same if they are of one kind at one organisation; without a kind each is its own. */
function samePost({ item: { relationship } }: { readonly item: BranchItem }): string {
  const { id, to, properties } = relationship.relationship;
  return JSON.stringify([to, properties.kind ?? id]);
}

/** The kind tells which posts are the same. */
function withKind(selected: RelationshipSelection): RelationshipSelection {
  return { ...selected, properties: [...new Set([...selected.properties, 'kind' as const])] };
}
