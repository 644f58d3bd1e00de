import {
  evidenceId,
  type NodeId,
  nodeId,
  type RelationshipId,
  relationshipId,
  type SupportedId,
} from '../../schema/ids.ts';
import type { NodeType } from '../../schema/node-types.ts';
import type { Evidence, GraphNode, GraphRecords, GraphRelationship } from '../../schema/records.ts';
import type { RelationshipType } from '../../schema/relationship-types.ts';

const PEOPLE = 600;
const QUOTES = 12;
const DOCUMENTS = 40;

/** People with a dozen quotes each, every one in a document and about two of these inspections. */
export function inventQuotes(inspections: readonly NodeId[]): GraphRecords {
  const nodes: GraphNode[] = [];
  const relationships: GraphRelationship[] = [];
  const evidence: Evidence[] = [];
  const source = nodeId('document/bench-0');
  const support = (of: SupportedId) => {
    const locator = 'paragraph 1';
    const id = evidenceId(of, source, locator, 'stated', null);
    evidence.push({ id, of, document: source, basis: 'stated', locator, words: null, explanation: null });
  };
  const add = (type: NodeType, id: NodeId, properties: GraphNode['properties']): NodeId => {
    nodes.push({ id, type, version: 1, disputed: [], properties });
    support(id);
    return id;
  };
  const relate = (type: RelationshipType, from: NodeId, to: NodeId): void => {
    const id: RelationshipId = relationshipId(type, from, to, '');
    relationships.push({ id, type, from, to, version: 1, disputed: [], properties: {} });
    support(id);
  };
  const documents = Array.from({ length: DOCUMENTS }, (_, i) =>
    add('Document', nodeId(`document/bench-${i}`), {
      name: `Report ${i}`,
      kind: 'report',
      standing: 'primary',
    }),
  );
  for (let i = 0; i < PEOPLE; i++) {
    const person = add('Person', nodeId(`person/bench-${i}`), { name: `Speaker ${i}` });
    for (let j = 0; j < QUOTES; j++) {
      const n = i * QUOTES + j;
      const text = `It is better than it was, said for the ${n}th time.`;
      const quote = add('Quote', nodeId(`quote/bench-${n}`), { name: `“${text}”`, text, kind: 'direct' });
      relate('SAID', person, quote);
      relate('QUOTED_IN', quote, documents[n % DOCUMENTS] ?? source);
      for (const about of [n, n * 7 + 3]) {
        const inspection = inspections[about % inspections.length];
        if (inspection) relate('ABOUT', quote, inspection);
      }
    }
  }
  return { nodes, relationships, evidence, statements: [] };
}
