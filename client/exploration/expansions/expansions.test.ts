import { expect, test } from 'vitest';
import { nodeId } from '../../../schema/ids.ts';
import type { RelationshipType } from '../../../schema/relationship-types.ts';
import { labelCommand } from '../commands.ts';
import { type Exploration, emptyExploration } from '../exploration.ts';
import { runCommand } from '../run-command.ts';
import { runInSession, startSession, undoStep } from '../session.ts';
import { shownNode, shownRelationship } from '../small-world.ts';

/*
 * Two inspectors, Ann and Bob, are on the view. Ann has led visits 1 and 2, Bob visits 2 and 3; visit 2 covered a
 * town, visit 3, too.
 */
const [ann, bob] = [nodeId('person/ann'), nodeId('person/bob')];
const node = (id: string) =>
  shownNode(id, id.startsWith('visit') ? 'Inspection' : id.startsWith('town') ? 'Region' : 'Person', {
    name: id,
  });
const joined = (from: string, to: string, type: RelationshipType = 'LED') =>
  shownRelationship(type, from, to);
const graph = [
  joined('person/ann', 'visit/1'),
  joined('person/ann', 'visit/2'),
  joined('person/bob', 'visit/2'),
  joined('person/bob', 'visit/3'),
  joined('visit/2', 'town/1', 'COVERED'),
  joined('visit/3', 'town/1', 'COVERED'),
];
const start = runCommand(emptyExploration, {
  kind: 'show',
  nodes: [node('person/ann'), node('person/bob')],
  relationships: [],
}).state;

/** As the explorer expands: all neighbours that are not there, and every relationship among what is there then. */
function expand(state: Exploration, ...of: readonly string[]): Exploration {
  return runCommand(state, expanding(state, of)).state;
}

function expanding(state: Exploration, of: readonly string[]) {
  const far = graph.flatMap(({ record: { from, to } }) =>
    of.includes(from) ? [to] : of.includes(to) ? [from] : [],
  );
  const fresh = [...new Set(far)].filter((id) => !state.nodes.has(id));
  return { kind: 'expand', of: of.map(nodeId), nodes: fresh.map(node), relationships: graph } as const;
}

function collapse(state: Exploration, of: string): Exploration {
  return runCommand(state, { kind: 'collapse', of: nodeId(of) }).state;
}

const idsOf = ({ nodes }: Exploration) => [...nodes.keys()].sort();
const countOf = ({ relationships }: Exploration) => relationships.size;

test('several nodes are expanded in one step, which undo takes back whole', () => {
  const command = expanding(start, [ann, bob]);
  expect(labelCommand(start, command)).toBe('expand 2 nodes');
  const session = runInSession(startSession(start), command);
  expect(idsOf(session.exploration)).toEqual(['person/ann', 'person/bob', 'visit/1', 'visit/2', 'visit/3']);
  expect(session.past).toHaveLength(1);
  const { exploration } = undoStep(session);
  expect([exploration.nodes, exploration.relationships, exploration.expansions]).toEqual([
    start.nodes,
    start.relationships,
    start.expansions,
  ]);
});

test.each([
  ['in one step', expand(start, ann, bob)],
  ['one after the other', expand(expand(start, ann), bob)],
])('what two expansions brought stays until both are collapsed: %s', (_, wide) => {
  const less = collapse(wide, ann);
  expect(idsOf(less)).toEqual(['person/ann', 'person/bob', 'visit/2', 'visit/3']);
  expect(countOf(less)).toBe(3);
  expect(idsOf(collapse(less, bob))).toEqual(['person/ann', 'person/bob']);
  expect(countOf(collapse(less, bob))).toBe(0);
  // In the other order, too.
  const other = collapse(wide, bob);
  expect(idsOf(other)).toEqual(['person/ann', 'person/bob', 'visit/1', 'visit/2']);
  expect(idsOf(collapse(other, ann))).toEqual(['person/ann', 'person/bob']);
});

test('an expansion does not hold that through which its node came', () => {
  // Visit 2 comes by Ann, the town by visit 2; from the town, visit 2 is a neighbour, but Ann brought it.
  const wide = expand(expand(expand(start, ann), 'visit/2'), 'town/1');
  expect(idsOf(wide)).toContain('visit/3');
  expect(idsOf(collapse(wide, ann))).not.toContain('visit/2');
});

test('what was on the view from the start stays when an expansion that reaches it is collapsed', () => {
  const seen = runCommand(start, { kind: 'show', nodes: [node('visit/2')], relationships: graph }).state;
  expect(idsOf(collapse(expand(seen, ann), ann))).toEqual(idsOf(seen));
});

test('expanding what has nothing new is no change', () => {
  const wide = expand(start, ann);
  expect(runCommand(wide, expanding(wide, [ann])).state).toEqual(wide);
  const session = startSession(wide);
  expect(runInSession(session, expanding(wide, [ann]))).toBe(session);
});
