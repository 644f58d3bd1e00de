import { printPartialDate } from '../../../schema/partial-date.ts';
import type { Exploration, ShownNode } from '../../exploration/exploration.ts';
import { allTime } from '../../exploration/filters/time-filter.ts';
import { visibleNodes, visibleRelationships } from '../../exploration/visible.ts';
import { layOutJudgements, overallJudgements } from './lay-out-judgements.ts';
import { datesOfPost, layOutPosts } from './lay-out-posts.ts';
import { type BandLayout, placeDate, type Within } from './place-date.ts';
import { makeTimeAxis } from './time-axis.ts';
import { isRange, type Mark, type RankRow, type Timeline } from './timeline.ts';

/** Room for the words of bands and ranks, and for the button that closes the strip. */
const GUTTER = { wide: 184, narrow: 96 };
const RIGHT = 42;
const TOP = 4;
const AXIS_ROW = 22;
const ROW = 17;
/** What a dot takes up. */
const DOT = 9;
const BAND_GAP = 2;
/** Less wide than this is a phone. */
const NARROW = 520;

/**
 * Where everything with a date stands on one axis: posts and owners as bars, overall judgements on their scale, inspections and
 * quotes. What the filter by time leaves out keeps its place and is marked as outside; other filters hold. Null where
 * nothing on the view has a date. `width` in pixels.
 */
export function layOutTimeline(exploration: Exploration, width: number): Timeline | null {
  const whole = { ...exploration, time: allTime };
  const nodes = visibleNodes(whole).filter(({ record }) => record.properties.date);
  const inspections = nodes.filter(({ record }) => record.type === 'Inspection');
  const quotes = nodes.filter(({ record }) => record.type === 'Quote');
  const judgements = overallJudgements(nodes);
  const dated = (type: 'HOLDS_POST' | 'OWNED_BY') =>
    visibleRelationships(whole).filter(
      ({ record }) => record.type === type && datesOfPost(record).length > 0,
    );
  const [posts, owners] = [dated('HOLDS_POST'), dated('OWNED_BY')];
  const dates = [
    ...[...inspections, ...quotes, ...judgements].flatMap(({ record }) => record.properties.date ?? []),
    ...[...posts, ...owners].flatMap(({ record }) => datesOfPost(record)),
  ];
  const gutter = width < NARROW ? GUTTER.narrow : GUTTER.wide;
  const axis = makeTimeAxis(dates, gutter, Math.max(width - RIGHT, gutter + 80));
  if (!axis) return null;
  const within = { axis, time: exploration.time, exploration };
  return {
    width,
    axis,
    ...stack([
      { label: 'Posts', ...layOutPosts(posts, within) },
      { label: 'Owners', ...layOutPosts(owners, within) },
      { label: 'Overall', ...layOutJudgements(judgements, within, whole) },
      { label: 'Inspections', ...layOutRow(inspections, 'inspection', within) },
      { label: 'Quotes', ...layOutRow(quotes, 'quote', within) },
    ]),
  };
}

type LabelledBand = BandLayout & { readonly label: string; readonly ranks?: readonly RankRow[] };

/** One below the other, those without marks left out. */
function stack(bands: readonly LabelledBand[]): Pick<Timeline, 'bands' | 'marks' | 'ranks' | 'height'> {
  let top = TOP;
  const placed = bands
    .filter(({ marks }) => marks.length > 0)
    .map((band) => {
      const here = { ...band, top };
      top += band.height + BAND_GAP;
      return here;
    });
  const lower = <Each extends { readonly y: number }>(each: Each, by: number) => ({
    ...each,
    y: each.y + by,
  });
  return {
    bands: placed.map(({ label, top: y, height }) => ({ label, top: y, y: y + height / 2 })),
    marks: placed
      .flatMap(({ marks, top: by }) => marks.map((mark) => lower(mark, by)))
      .sort((a, b) => a.from - b.from || a.y - b.y),
    ranks: placed.flatMap(({ ranks = [], top: by }) => ranks.map((rank) => lower(rank, by))),
    height: top + AXIS_ROW,
  };
}

function layOutRow(nodes: readonly ShownNode[], kind: 'inspection' | 'quote', within: Within): BandLayout {
  const marks = nodes.flatMap(({ record: { id, properties } }): readonly Mark[] => {
    const { date, name } = properties;
    if (!date) return [];
    const words = `${name}, ${printPartialDate(date)}`;
    return [{ kind, id, node: id, words, y: ROW / 2, ...placeDate(date, within) }];
  });
  return { height: marks.length > 0 ? ROW : 0, marks: spreadDots(marks) };
}

/** Days that fall together stand in a block of two rows, so that each can be seen and hit. */
function spreadDots(marks: readonly Mark[]): readonly Mark[] {
  const dots = marks.filter((mark) => !isRange(mark)).sort((a, b) => a.from - b.from);
  const blocks: Mark[][] = [];
  for (const dot of dots) {
    const block = blocks.at(-1);
    if (block?.[0] && dot.from - block[0].from < DOT - 2) block.push(dot);
    else blocks.push([dot]);
  }
  const spread = blocks.flatMap((block) =>
    block.length === 1
      ? block
      : block.map((dot, index) => {
          const from = (block[0] ?? dot).from + Math.floor(index / 2) * DOT;
          return { ...dot, from, to: from, y: dot.y + (index % 2 === 0 ? -DOT / 2 : DOT / 2) };
        }),
  );
  return [...marks.filter(isRange), ...spread];
}
