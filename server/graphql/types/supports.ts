import type { NodeTree, RelationshipTree, SupportTree } from '../../store/read-plan.ts';
import { builder } from '../builder.ts';
import { type ListView, PageInfoRef, pageInfoOf, present, viewList } from '../connections.ts';
import { fingerprintOf } from '../cursor.ts';
import { bareNode } from '../node-selections.ts';
import { pageArguments, readPage } from '../page-arguments.ts';
import { bareRelationship } from '../plan-branch.ts';
import { askSelection } from '../plan-read.ts';
import { EvidenceRef, NodeRef, nodeRef, StatementRef } from '../refs.ts';

interface SupportEdge {
  readonly item: SupportTree;
  readonly cursorOf: ListView<SupportTree>['cursorOf'];
}

const ConnectionRef = builder.objectRef<ListView<SupportTree>>('SupportConnection');
const EdgeRef = builder.objectRef<SupportEdge>('SupportEdge');

/** Adds what rests on a document: nodes, relationships and statements, by the id of the evidence. */
export function addSupports(): void {
  EdgeRef.implement({
    description: 'One piece of evidence in the document, with what it supports.',
    fields: (t) => ({
      evidence: t.field({
        type: EvidenceRef,
        resolve: ({ item }) => ({ evidence: item.evidence, document: null }),
      }),
      supports: t.id({
        description: 'Id of the node, relationship or statement.',
        resolve: ({ item }) => item.supports,
      }),
      record: t.field({
        type: NodeRef,
        nullable: true,
        description: 'The node or relationship; of a statement, the one that it is of.',
        resolve: ({ item }) => item.node ?? item.relationship,
      }),
      statement: t.field({
        type: StatementRef,
        nullable: true,
        description: 'Filled where a statement rests on it.',
        resolve: ({ item }) => item.statement && { statement: item.statement, evidence: null },
      }),
      cursor: t.string({ resolve: ({ item, cursorOf }) => present(cursorOf(item)) }),
    }),
  });
  ConnectionRef.implement({
    fields: (t) => ({
      edges: t.field({
        type: [EdgeRef],
        resolve: ({ page, cursorOf }) => page.items.map((item) => ({ item, cursorOf })),
      }),
      nodes: t.field({
        type: [NodeRef],
        description: 'The records; one that several pieces of evidence support comes several times.',
        resolve: ({ page }) => page.items.flatMap(recordOf),
      }),
      pageInfo: t.field({ type: PageInfoRef, resolve: pageInfoOf }),
      totalCount: t.int({ resolve: ({ page }) => page.totalCount ?? page.items.length }),
    }),
  });
  // A plan lists supports at its root alone, so this field makes a read of its own for each document.
  builder.objectField(nodeRef('Document'), 'supports', (t) =>
    t.field({
      type: ConnectionRef,
      description: 'Everything that rests on it.',
      args: pageArguments(t.arg),
      resolve: async ({ node }, args, { store, signal }, info) => {
        const ask = askSelection(info, args);
        const list = ['supports', node.id];
        const page = readPage(args, () => fingerprintOf(list));
        const readsItems = ask.selects('edges') || ask.selects('nodes') || ask.selects('pageInfo');
        const ways = [['edges', 'record'], ['nodes']] as const;
        const wantsRecord = ask.selects('edges', 'record') || ask.selects('nodes');
        const answer = await store.read(
          {
            kind: 'supports',
            document: node.id,
            page: readsItems ? page : { ...page, limit: 0 },
            countTotal: ask.selects('totalCount'),
            node: wantsRecord ? (ask.nodes(...ways) ?? bareNode) : null,
            relationship: wantsRecord ? (ask.relationships(...ways) ?? bareRelationship) : null,
          },
          signal ? { signal } : {},
        );
        return viewList(answer.page, list);
      },
    }),
  );
}

function recordOf({ node, relationship }: SupportTree): (NodeTree | RelationshipTree)[] {
  const record = node ?? relationship;
  return record ? [record] : [];
}
