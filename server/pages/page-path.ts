import { type NodeId, parseNodeId } from '../../schema/ids.ts';
import { type NodeType, nodeTypeNames } from '../../schema/node-types.ts';

/** The node that a page is about. */
export interface PageSubject {
  readonly id: NodeId;
  readonly type: NodeType;
}

const typeBySegment = new Map(nodeTypeNames.map((type) => [type.toLowerCase(), type]));

/** The node whose page has this path, as `/person/anthony-douglas`; null where no node can have it. */
export function pageSubjectOf(path: string): PageSubject | null {
  const id = parseNodeId(path.slice(1));
  const type = id ? typeOfId(id) : undefined;
  return id && type ? { id, type } : null;
}

/** The path of a node's page. An id that does not begin with its type has none, and opens in the explorer. */
export function pagePathOf(id: NodeId): string {
  return typeOfId(id) ? `/${id}` : explorerPathOf(id);
}

export function explorerPathOf(id: NodeId): string {
  return `/#/selected=${id}`;
}

/** Where the explorer begins a quote from this document. */
export function quotePathOf(document: NodeId): string {
  return `${explorerPathOf(document)}&do=quote`;
}

function typeOfId(id: NodeId): NodeType | undefined {
  return typeBySegment.get(id.slice(0, id.indexOf('/')));
}
