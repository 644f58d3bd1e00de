import { arrangementNames } from '../arrangements.ts';
import type { Demand, Exploration } from '../exploration.ts';
import {
  expansionsByNode,
  type FieldCodec,
  nameSet,
  nodeSet,
  oneOf,
  optionalKey,
  places,
  selected,
} from './field-codecs.ts';
import { facetFilters, timeFilter, typeLooks } from './filter-codecs.ts';

/** A field that goes into links, under a short key that is never given to another field. */
export interface SharedRule<Value> extends FieldCodec<Value> {
  readonly key: string;
}

/** A field that does not, and why a view is whole without it. */
interface LeftOut {
  readonly leftOut: string;
}

const demands = Object.keys({
  disputed: true,
  primary: true,
} satisfies Record<Demand, true>) as readonly Demand[];

/**
 * THE table of what a link says of an exploration. A new field does not compile until it stands here: either with
 * its key and the way it is written (a link with a key that a reader does not know is refused as a newer one's, so
 * the version need not change), or with the reason why it is left out.
 */
const viewFields = {
  nodes: {
    leftOut: 'their ids head the list, and what they say is fetched, so that it is never out of date',
  },
  relationships: { leftOut: 'all relationships among the nodes are fetched with them' },
  focus: { leftOut: 'where the keyboard is lasts no longer than the page' },
  positions: { key: 'p', ...places },
  pinned: { key: 'f', ...nodeSet },
  hidden: { key: 'h', ...nodeSet },
  filters: { key: 'x', ...facetFilters },
  only: { key: 'o', ...nameSet(demands) },
  time: { key: 't', ...timeFilter },
  looks: { key: 'l', ...typeLooks },
  expansions: { key: 'e', ...expansionsByNode },
  arrangement: { key: 'a', ...oneOf(arrangementNames) },
  selection: { key: 's', ...selected },
  startingView: { key: 'v', ...optionalKey },
} as const satisfies {
  readonly [Field in keyof Exploration]: SharedRule<Exploration[Field]> | LeftOut;
};

type Rules = typeof viewFields;

export type SharedField = {
  [Field in keyof Rules]: Rules[Field] extends { readonly key: string } ? Field : never;
}[keyof Rules];

export const sharedRules: { readonly [Field in SharedField]: SharedRule<Exploration[Field]> } = viewFields;

const fields = Object.keys(viewFields) as readonly (keyof Rules)[];

export const sharedFields = fields.filter((field) => 'key' in viewFields[field]) as readonly SharedField[];

export const fieldsLeftOut = fields.filter((field) => 'leftOut' in viewFields[field]);
