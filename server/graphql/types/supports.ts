import type { Statement } from '../../../schema/records.ts';
import type { NodeTree, RelationshipTree, SupportTree } from '../../store/read-plan.ts';
import { builder } from '../builder.ts';
import { statementFields } from '../fields/statement-facts.ts';
import { type ListView, PageInfoRef, pageInfoOf, present, viewList } from '../lists/connections.ts';
import { fingerprintOf } from '../lists/cursor.ts';
import { pageArguments, readPage } from '../lists/page-arguments.ts';
import { bareNode, fetchNodes } from '../plan/node-selections.ts';
import { bareRelationship } from '../plan/plan-branch.ts';
import { askSelection } from '../plan/plan-read.ts';
import { EvidenceRef, NodeRef, nodeRef } from '../refs.ts';

/** The document comes with its own selection, where the evidence is asked for its document. */
type Item = SupportTree & { readonly document: NodeTree | null };

interface SupportEdge {
  readonly item: Item;
  readonly cursorOf: ListView<Item>['cursorOf'];
}

/** Without its evidence, which is the edge's. */
const StatementRef = builder.objectRef<Statement>('SupportedStatement');

const ConnectionRef = builder.objectRef<ListView<Item>>('SupportConnection');
const EdgeRef = builder.objectRef<SupportEdge>('SupportEdge');

/** Adds what rests on a document: nodes, relationships and statements, by the id of the evidence. */
export function addSupports(): void {
  StatementRef.implement({ fields: (t) => statementFields(t, (statement) => statement) });
  EdgeRef.implement({
    description: 'One piece of evidence in the document, with what it supports.',
    fields: (t) => ({
      evidence: t.field({ type: EvidenceRef, resolve: ({ item }) => item }),
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
        description: 'Filled where it supports a statement.',
        resolve: ({ item }) => item.statement,
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
      resolve: async ({ node }, args, context, info) => {
        const { store, signal } = context;
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
        const select = ask.nodes(['edges', 'evidence', 'document']);
        const [document = null] = select ? await fetchNodes(context, [node.id], select) : [];
        const items = answer.page.items.map((item) => ({ ...item, document }));
        return viewList({ ...answer.page, items }, list);
      },
    }),
  );
}

function recordOf({ node, relationship }: SupportTree): (NodeTree | RelationshipTree)[] {
  const record = node ?? relationship;
  return record ? [record] : [];
}
