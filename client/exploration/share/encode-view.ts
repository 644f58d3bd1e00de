import { sights } from '../camera.ts';
import type { Exploration } from '../exploration.ts';
import { emptyExploration } from '../exploration.ts';
import { type Json, type NodeNumbers, numberNodes } from './field-codecs.ts';
import type { SharedView } from './shared-view.ts';
import { squeeze } from './squeeze.ts';
import { type SharedField, sharedFields, sharedRules } from './view-fields.ts';
import { NODES_SHARED, type ViewProblem } from './view-problems.ts';

/** Written before every view; a reader that does not know it says that the view is a newer one's. */
export const VIEW_VERSION = 1;

export type EncodedView =
  | { readonly kind: 'encoded'; readonly text: string }
  | { readonly kind: 'problem'; readonly problem: ViewProblem };

/**
 * The view as a text of letters, digits, “-”, “_” and “.”: its version, and its fields as deflated JSON. Fields that
 * are as in an empty view are left out.
 */
export function encodeView(view: SharedView): EncodedView {
  const { nodes, camera } = view;
  if (nodes.length > NODES_SHARED)
    return { kind: 'problem', problem: { kind: 'tooManyNodes', nodes: nodes.length } };
  const numbers = numberNodes(nodes);
  const fields = sharedFields
    .map((field) => [sharedRules[field].key, writeChange(field, view, numbers)] as const)
    .filter(([, written]) => written !== undefined);
  const whole = {
    n: nodes,
    ...Object.fromEntries(fields),
    ...(camera && {
      c: [
        Math.round(camera.zoom * 100_000),
        Math.round(camera.middle.x * 100),
        Math.round(camera.middle.y * 100),
        sights.indexOf(camera.sight),
      ],
    }),
  };
  return { kind: 'encoded', text: `${VIEW_VERSION}.${squeeze(JSON.stringify(whole))}` };
}

function writeChange<Field extends SharedField>(
  field: Field,
  view: Pick<Exploration, Field>,
  nodes: NodeNumbers,
): Json | undefined {
  const { write } = sharedRules[field];
  const written = write(view[field], nodes);
  const isAsEmpty = JSON.stringify(written) === JSON.stringify(write(emptyExploration[field], nodes));
  return isAsEmpty ? undefined : written;
}
