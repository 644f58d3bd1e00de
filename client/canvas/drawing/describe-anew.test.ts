import fc from 'fast-check';
import { expect, test } from 'vitest';
import { someCommand } from '../../exploration/arbitrary-commands.ts';
import type { Command } from '../../exploration/commands.ts';
import type { Exploration } from '../../exploration/exploration.ts';
import { runInSession, startSession, undoStep } from '../../exploration/session.ts';
import { smallWorld } from '../../exploration/small-world.ts';
import { describeDrawing } from './describe-drawing.ts';
import { describeFigures } from './describe-figure.ts';
import type { Drawing } from './drawing.ts';
import { placeAll, placedSmallWorld } from './placed-small-world.ts';

/** The same exploration made of other objects, of which nothing is known from before. */
function anew(state: Exploration): Exploration {
  const copied = <Key, Value extends object>(map: ReadonlyMap<Key, Value>) =>
    new Map([...map].map(([key, value]) => [key, { ...value }]));
  return { ...state, nodes: copied(state.nodes), relationships: copied(state.relationships) };
}

function seen({ nodes, relationships, isPlain }: Drawing) {
  return { isPlain, nodes: [...nodes], relationships: [...relationships] };
}

/** Somebody else gives something another name. */
const someRenaming = fc.constantFrom(...smallWorld.nodes).map((node): Command => {
  const properties = {
    ...node.record.properties,
    name: `${node.record.properties.name} anew`,
    kind: 'other',
  };
  return { kind: 'update', nodes: [{ ...node, record: { ...node.record, properties } }], relationships: [] };
});
/** What a reader does or sees done: commands, and taking the step before back. */
const someDeed = fc.oneof(
  { weight: 12, arbitrary: someCommand },
  { weight: 2, arbitrary: someRenaming },
  { weight: 3, arbitrary: fc.constant('undo' as const) },
);

test('whatever was drawn before, a view is drawn as if it were the first', () => {
  fc.assert(
    fc.property(fc.array(someDeed, { minLength: 1, maxLength: 12 }), (deeds) => {
      let session = startSession(placedSmallWorld());
      const views = [session.exploration];
      for (const deed of deeds) {
        session = deed === 'undo' ? undoStep(session) : runInSession(session, deed);
        if (session.exploration !== views.at(-1)) views.push(session.exploration);
      }
      // All of the one sort and then all of the other: each is worked out from what was drawn before it.
      const placed = views.map(placeAll);
      const drawn = placed.map((state) => [[...describeFigures(state)], seen(describeDrawing(state))]);
      const first = placed
        .map(anew)
        .map((state) => [[...describeFigures(state)], seen(describeDrawing(state))]);
      expect(drawn).toEqual(first);
    }),
    { numRuns: 300 },
  );
});
