import { type NodeType, nodeTypeRow, type PropertyValues, titleOf } from '../../../schema/node-types.ts';
import type { GraphNode } from '../../../schema/records.ts';
import { DraftBuilder } from '../drafts/draft-builder.ts';
import { KnownGraph } from '../drafts/known-graph.ts';
import { type EvidenceInput, readEvidence } from '../drafts/read-evidence.ts';
import { type PropertyInputs, readProperties } from '../drafts/read-properties.ts';
import { moveEvidence } from '../drafts/record-groups.ts';
import { type Edit, type EditProblem, invalid, refused } from '../edit.ts';
import { findNamesakes, makeNodeId } from '../make-node-id.ts';
import { conflictAmong, type SeenRecord } from '../seen-records.ts';

export interface CreateEntityInput {
  readonly type: NodeType;
  readonly properties: PropertyInputs;
  readonly evidence: readonly EvidenceInput[];
  /** The nodes of the same name that were seen; null asks nobody. */
  readonly seen: readonly SeenRecord[] | null;
}

/**
 * Makes a node; its id is made from its name. All but documents, which are sources themselves, name a source. A node of
 * that name that was not seen is a conflict.
 */
export function* createEntity({ type, properties, evidence, seen }: CreateEntityInput): Edit {
  const known = new KnownGraph();
  const problems: EditProblem[] = [];
  const read = readProperties(type, properties, 'properties');
  problems.push(...read.problems);
  const given = [...read.values].filter(([, value]) => value !== null);
  // Each value was checked against the kind of its own property; the compiler cannot follow that by name.
  const values = Object.fromEntries(given) as PropertyValues;
  const name = titleOf(type, values);
  if (nodeTypeRow(type).title === undefined && name === '')
    problems.push(invalid('properties.name', 'a name is needed'));
  if (type === 'Quote' && values.text === undefined)
    problems.push(invalid('properties.text', 'a quote needs its words'));
  const reading = yield* readEvidence(known, evidence, 'evidence');
  if (reading.kind === 'problems') problems.push(...reading.problems);
  if (type !== 'Document' && evidence.length === 0)
    problems.push(invalid('evidence', 'name where it is known from', 'EVIDENCE_MISSING'));
  if (reading.kind === 'problems' || problems.length > 0) return refused(...problems);
  const conflict = yield* conflictAmong(known, yield* findNamesakes(known, type, values), seen);
  if (conflict) return refused(conflict);
  const id = yield* makeNodeId(type, values);
  const record: GraphNode = { id, type, version: 1, disputed: [], properties: { ...values, name } };
  const draft = new DraftBuilder(known);
  draft.put({
    record,
    evidence: reading.evidence.map((piece) => moveEvidence(piece, id)),
    statements: [],
  });
  return draft.result();
}
