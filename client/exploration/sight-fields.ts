import { type Exploration, emptyExploration } from './exploration.ts';
import { isSameTime } from './filters/time-filter.ts';

/** A function makes the field a filter, and tells whether it leaves anything out. */
type Bearing<Value> = 'there' | 'hidden' | 'nothing' | ((value: Value) => boolean);

/**
 * THE table of what each field has to do with what can be seen: it says what is there, what was hidden by hand, or
 * nothing of it; or it is a filter. A new field does not compile until it stands here, so that no filter is forgotten.
 */
const bearings: { readonly [Field in keyof Exploration]: Bearing<Exploration[Field]> } = {
  nodes: 'there',
  relationships: 'there',
  hidden: 'hidden',
  filters: ({ size }) => size > 0,
  only: ({ size }) => size > 0,
  time: (time) => !isSameTime(time, emptyExploration.time),
  positions: 'nothing',
  pinned: 'nothing',
  looks: 'nothing',
  expansions: 'nothing',
  arrangement: 'nothing',
  startingView: 'nothing',
  selection: 'nothing',
  focus: 'nothing',
};

const sightFields = (Object.keys(bearings) as readonly (keyof Exploration)[]).filter(
  (field) => bearings[field] !== 'nothing',
);
const hidingFields = sightFields.filter((field) => bearings[field] !== 'there');

/** Whether the same can be seen of both, as far as can be told without looking into maps and sets. */
export function showsTheSame(a: Exploration, b: Exploration): boolean {
  return sightFields.every((field) => a[field] === b[field]);
}

/** Whether both leave the same out, by hand and by filters, whatever there is. */
export function hidesTheSame(a: Exploration, b: Exploration): boolean {
  return hidingFields.every((field) => a[field] === b[field]);
}

/** Whether a filter is on, so that something may be left out that the user did not hide by itself. */
export function isFiltered(state: Exploration): boolean {
  return sightFields.some((field) => isOn(state, field));
}

function isOn<Field extends keyof Exploration>(state: Exploration, field: Field): boolean {
  const bearing: Bearing<Exploration[Field]> = bearings[field];
  return typeof bearing === 'function' && bearing(state[field]);
}
