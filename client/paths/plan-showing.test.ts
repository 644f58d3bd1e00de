import { expect, test } from 'vitest';
import { nodeId } from '../../schema/ids.ts';
import type { Exploration } from '../exploration/exploration.ts';
import { runCommand } from '../exploration/run-command.ts';
import { emptySession, runInSession, undoStep } from '../exploration/session.ts';
import { exploreSmallWorld, shownNode, shownRelationship, smallWorld } from '../exploration/small-world.ts';
import type { FoundPath } from './found-path.ts';
import { planShowing } from './plan-showing.ts';

const england = shownNode('region/england', 'Region', { name: 'England' });
const covered = shownRelationship('COVERED', 'inspection/cafcass-2014', 'region/england');
const world = [...smallWorld.nodes, england];
const ids = ['organisation/ofsted', 'inspection/cafcass-2014', 'region/england'].map(nodeId);
const path: FoundPath = {
  nodes: ids.flatMap((id) => world.find(({ record }) => record.id === id) ?? []),
  relationships: [...smallWorld.relationships.slice(0, 1), covered],
};

function show(state: Exploration) {
  const { nodes, relationships, select } = planShowing(state, path);
  return { kind: 'show' as const, as: 'path Ofsted – England', nodes, relationships, select };
}

test('just what is not on the view comes in, and all of the path is selected, its start last', () => {
  const plan = planShowing(exploreSmallWorld(), path);
  expect(plan.nodes).toEqual([england]);
  expect(plan.missing).toEqual(['region/england']);
  expect(plan.relationships).toEqual([covered]);
  expect(plan.select).toEqual([...path.relationships.map(({ record }) => record.id), ...[...ids].reverse()]);
  const { state } = runCommand(exploreSmallWorld(), show(exploreSmallWorld()));
  expect(state.selection).toEqual(plan.select);
  expect(planShowing(state, path)).toMatchObject({ nodes: [], missing: [], relationships: [] });
});

test('a node that is hidden is seen again; one that a filter keeps back is counted', () => {
  const hidden = runCommand(exploreSmallWorld(), { kind: 'hide', ids: ids.slice(0, 1) }).state;
  expect(planShowing(hidden, path).nodes.map(({ record }) => record.id)).toEqual([ids[0], 'region/england']);
  expect(runCommand(hidden, show(hidden)).state.hidden.size).toBe(0);
  const command = { kind: 'filterFacet', dimension: 'type', key: 'Inspection', shown: false } as const;
  const filtered = runCommand(exploreSmallWorld(), command).state;
  expect(planShowing(filtered, path).filtered).toBe(1);
});

test('showing a path is one step with its name, and taking it back leaves the view as it was', () => {
  const before = runInSession(emptySession, { kind: 'show', ...smallWorld });
  const after = runInSession(before, show(before.exploration));
  expect(after.past.at(-1)?.label).toBe('show path Ofsted – England');
  expect(after.past.length).toBe(before.past.length + 1);
  expect(undoStep(after).exploration).toEqual(before.exploration);
});
