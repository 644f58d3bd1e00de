import { type NodeId, parseNodeId } from '../../../schema/ids.ts';
import { type Camera, roundCamera, sights } from '../camera.ts';
import { emptyExploration } from '../exploration.ts';
import { VIEW_VERSION } from './encode-view.ts';
import { isList, isWhole, type NodeNumbers, numberNodes } from './field-codecs.ts';
import { type SharedView, shareView } from './shared-view.ts';
import { unsqueeze } from './squeeze.ts';
import { type SharedField, sharedFields, sharedRules } from './view-fields.ts';
import { NODES_SHARED, type ViewProblem } from './view-problems.ts';

export type DecodedView =
  | { readonly kind: 'view'; readonly view: SharedView }
  | { readonly kind: 'problem'; readonly problem: ViewProblem };

const keysKnown = new Set(['n', 'c', ...sharedFields.map((field) => sharedRules[field].key)]);

/** Reads what `encodeView` wrote. It takes any text and throws for none. */
export function decodeView(text: string): DecodedView {
  const [, version, squeezed] = /^(\d{1,4})\.([\w-]+)$/.exec(text) ?? [];
  if (version === undefined || squeezed === undefined) return garbled;
  if (Number(version) > VIEW_VERSION) return { kind: 'problem', problem: { kind: 'newer' } };
  const fields = Number(version) === VIEW_VERSION ? readFields(unsqueeze(squeezed)) : null;
  if (!fields) return garbled;
  if (Object.keys(fields).some((key) => !keysKnown.has(key)))
    return { kind: 'problem', problem: { kind: 'newer' } };
  return readView(fields);
}

const garbled: DecodedView = { kind: 'problem', problem: { kind: 'garbled' } };

type Fields = Readonly<Record<string, unknown>>;

function readFields(text: string | null): Fields | null {
  try {
    const fields: unknown = JSON.parse(text ?? '');
    return typeof fields === 'object' && fields !== null && !isList(fields) ? { ...fields } : null;
  } catch {
    return null;
  }
}

function readView(fields: Fields): DecodedView {
  if (isList(fields.n) && fields.n.length > NODES_SHARED)
    return { kind: 'problem', problem: { kind: 'tooManyNodes', nodes: fields.n.length } };
  const nodes = readIds(fields.n);
  const camera = fields.c === undefined ? null : readCamera(fields.c);
  if (!nodes || camera === undefined) return garbled;
  const numbers = numberNodes(nodes);
  let view: SharedView = { ...shareView(emptyExploration, camera), nodes };
  for (const field of sharedFields) {
    const given = fields[sharedRules[field].key];
    if (given === undefined) continue;
    const value = readField(field, given, numbers);
    if (value === undefined) return garbled;
    view = { ...view, [field]: value };
  }
  return { kind: 'view', view };
}

function readField(field: SharedField, given: unknown, nodes: NodeNumbers) {
  return sharedRules[field].read(given, nodes);
}

function readIds(given: unknown): readonly NodeId[] | null {
  if (!isList(given)) return null;
  const ids = given
    .map((id) => (typeof id === 'string' ? parseNodeId(id) : null))
    .filter((id) => id !== null);
  return ids.length === given.length && new Set(ids).size === ids.length ? ids : null;
}

function readCamera(given: unknown): Camera | undefined {
  if (!isList(given) || given.length !== 4 || !given.every(isWhole)) return undefined;
  const [zoom = 0, x = 0, y = 0, seen = -1] = given;
  const sight = sights[seen];
  if (zoom <= 0 || !sight) return undefined;
  return roundCamera({
    zoom: zoom / 100_000,
    middle: { x: x / 100, y: y / 100 },
    sight,
  });
}
