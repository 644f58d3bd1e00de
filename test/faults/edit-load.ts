import { type NodeId, nodeId, type RelationshipId } from '../../schema/ids.ts';
import type { GraphChange } from '../../server/store/graph-store.ts';
import { makeChange, makeEvidence, makeNode, makeRelationship } from '../support/small-world.ts';

/** The records that edit `number` makes, and that must be there all or not at all. */
export function recordsOf(number: number): readonly (NodeId | RelationshipId)[] {
  return [nodeId(`person/n${number}`), nodeId(`organisation/n${number}`), postOf(number).id];
}

/** One edit: two nodes, a relationship between them with evidence, and a node that every edit changes. */
export function editOf(number: number): GraphChange {
  const post = postOf(number);
  const nodes = [
    makeNode(`person/n${number}`, 'Person', { name: `Person ${number}`, note: 'words '.repeat(200) }),
    makeNode(`organisation/n${number}`, 'Organisation', { name: `Organisation ${number}` }),
    makeNode('region/counter', 'Region', { name: `Edit ${number}` }),
  ];
  return makeChange(
    { nodes, relationships: [post], evidence: [makeEvidence(post.id, null)] },
    { reason: `edit ${number}`, idempotencyKey: `edit-${number}` },
  );
}

function postOf(number: number) {
  return makeRelationship('HOLDS_POST', `person/n${number}`, `organisation/n${number}`);
}
