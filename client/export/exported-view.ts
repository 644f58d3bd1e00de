import type { NodeId } from '../../schema/ids.ts';
import type { GraphNode, GraphRelationship } from '../../schema/records.ts';
import type { Said, Source, SourceDocument } from '../api/detail.ts';
import type { Point } from '../exploration/exploration.ts';

/** What a record rests on: its evidence, and what each source says of its properties. */
export interface Support {
  readonly evidence: readonly Source[];
  readonly statements: readonly Said[];
}

interface ExportedNode extends Support {
  readonly record: GraphNode;
  /** Our page of it. */
  readonly url: string;
  /** Null where it has no place on the canvas. */
  readonly at: Point | null;
}

interface ExportedRelationship extends Support {
  readonly record: GraphRelationship;
}

/** All that a file says, whatever its format. */
export interface ExportedView {
  readonly title: string;
  /** What was chosen: “what can be seen”, “the selection”, “everything on the canvas, hidden too”. */
  readonly scope: string;
  /** Where the view is to be found again. */
  readonly address: string;
  /** ISO 8601 day. */
  readonly madeOn: string;
  /** Of Oversight. */
  readonly version: string;
  readonly nodes: readonly ExportedNode[];
  readonly relationships: readonly ExportedRelationship[];
}

/** Every document that something in the view rests on, each once, by name. */
export function documentsOf(view: ExportedView): readonly SourceDocument[] {
  const documents = new Map<NodeId, SourceDocument>();
  for (const { document } of [...view.nodes, ...view.relationships].flatMap(allEvidence))
    if (document) documents.set(document.id, document);
  return [...documents.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

export function allEvidence({ evidence, statements }: Support): readonly Source[] {
  return [...evidence, ...statements.flatMap(({ sources }) => sources)];
}

/** The words that licences want shown, each once. */
export function attributionsOf(documents: readonly SourceDocument[]): readonly string[] {
  return [...new Set(documents.flatMap(({ attribution }) => attribution ?? []))];
}
