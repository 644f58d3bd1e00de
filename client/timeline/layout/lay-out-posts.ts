import { type PartialDate, printPartialDate } from '../../../schema/partial-date.ts';
import type { GraphRelationship } from '../../../schema/records.ts';
import { sayCertainty } from '../../../schema/say-post.ts';
import type { ShownRelationship } from '../../exploration/exploration.ts';
import { didHold, postsHeld } from '../../exploration/filters/as-of.ts';
import { type BandLayout, placeDate, type Within } from './place-date.ts';
import type { TimeAxis } from './time-axis.ts';
import type { PostMark } from './timeline.ts';

const LANE = 12.5;
/** Width of a letter at the size of the labels; generous, so that no two labels touch. */
const LETTER = 6;
const LONGEST = 40;
const GAP = 8;

type Label = PostMark['label'];

/** All days that are known of a post or an ownership: its beginning, its end and those on which it is attested. */
export function datesOfPost({ properties }: GraphRelationship): readonly PartialDate[] {
  const { from, to, attestedOn = [] } = properties;
  return [...(from ? [from] : []), ...attestedOn, ...(to ? [to] : [])];
}

/** Posts or ownerships as bars with the holder's name and title, in as many lanes as it takes that none covers another. */
export function layOutPosts(posts: readonly ShownRelationship[], within: Within): BandLayout<PostMark> {
  const lanes: [number, number][][] = [];
  const placed = posts.map(({ record }) => placePost(record, within)).sort((a, b) => a.from - b.from);
  const marks = placed.map((mark) => {
    const labels = labelsThatFit(mark, within.axis);
    for (const [lane, taken] of [...lanes.entries(), [lanes.length, []] as const]) {
      const label = labels.find((each) => taken.every((span) => !overlap(span, roomOf(mark, each))));
      if (!label) continue;
      lanes[lane] = [...taken, roomOf(mark, label)];
      return { ...mark, label, y: (lane + 0.5) * LANE };
    }
    return mark;
  });
  return { height: lanes.length * LANE, marks };
}

function placePost(record: GraphRelationship, within: Within): PostMark {
  const { from, to, attestedOn = [], title, kind } = record.properties;
  const dates = datesOfPost(record);
  const earliest = dates.map((date) => date.earliest).sort()[0] ?? '';
  const latest =
    dates
      .map((date) => date.latest)
      .sort()
      .at(-1) ?? '';
  const nameOf = (id: typeof record.from) => within.exploration.nodes.get(id)?.record.properties.name ?? id;
  const isOwner = record.type === 'OWNED_BY';
  const [holder, held] = isOwner ? [record.to, record.from] : [record.from, record.to];
  const name = nameOf(holder);
  const post = isOwner ? 'owner' : (title ?? kind ?? 'post holder');
  const { axis } = within;
  const place = placeDate({ earliest, latest }, within);
  const then = onTheDay(record, within);
  return {
    kind: isOwner ? 'owner' : 'post',
    id: record.id,
    node: holder,
    words: [`${name}, ${post} of ${nameOf(held)}`, sayTime(from, to, attestedOn), then.words]
      .filter(Boolean)
      .join(', '),
    ...place,
    isOutside: then.isOutside ?? place.isOutside,
    y: 0,
    isSure: from !== undefined && to !== undefined,
    attested: attestedOn.map((date) => (axis.startOf(date.earliest) + axis.endOf(date.latest)) / 2),
    name,
    label: { text: shorten(isOwner ? name : `${name}, ${post}`), x: place.to + GAP, anchor: 'start' },
  };
}

/** As of a day: how sure it is that the post was held then; what was not held is outside. */
function onTheDay(
  record: GraphRelationship,
  { time, exploration }: Within,
): { readonly words: string; readonly isOutside: boolean | null } {
  if (time.kind !== 'asOf') return { words: '', isOutside: null };
  const { id, type } = record;
  if (type === 'OWNED_BY') return { words: '', isOutside: !didHold(exploration, record, time.day) };
  const certainty = postsHeld(exploration, time.day).get(id);
  return {
    words: certainty ? sayCertainty(certainty) : 'not in post then',
    isOutside: certainty === undefined,
  };
}

function sayTime(from?: PartialDate, to?: PartialDate, attestedOn: readonly PartialDate[] = []): string {
  const parts = [
    from ? `from ${printPartialDate(from)}` : '',
    to ? `until ${printPartialDate(to)}` : '',
    attestedOn.length > 0 ? `attested ${attestedOn.map(printPartialDate).join(', ')}` : '',
  ];
  return parts.filter(Boolean).join(', ');
}

/** To the right of the bar, else to its left; where neither has room, the name alone on the side with more. */
function labelsThatFit({ from, to, name, label }: PostMark, axis: TimeAxis): readonly Label[] {
  const right: Label = { ...label, x: to + GAP, anchor: 'start' };
  const left: Label = { ...label, x: from - GAP, anchor: 'end' };
  const width = label.text.length * LETTER;
  const fitting = [
    ...(right.x + width <= axis.right ? [right] : []),
    ...(left.x - width >= axis.left ? [left] : []),
  ];
  if (fitting.length > 0) return fitting;
  return [{ ...(from - axis.left > axis.right - to ? left : right), text: name }];
}

function roomOf({ from, to }: PostMark, { text, x, anchor }: Label): [number, number] {
  const width = text.length * LETTER;
  return anchor === 'start' ? [from - GAP, x + width] : [x - width, to + GAP];
}

function overlap(a: readonly [number, number], b: readonly [number, number]): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

function shorten(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`;
}
