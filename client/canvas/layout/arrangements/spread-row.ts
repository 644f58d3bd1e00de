/** Something that wants to stand at `want` in a row and reaches `left` and `right` of where it stands. */
export interface RowItem {
  readonly want: number;
  readonly left: number;
  readonly right: number;
}

interface Block {
  /** The first item stands at this place; the others follow at their offsets. */
  start: number;
  readonly offsets: readonly number[];
  readonly wants: readonly number[];
}

/**
 * Places for the items in their given order, no two nearer than `gap`, as near to what they want as can be (least
 * squares: neighbours that push each other are moved as one block to the mean of what they want).
 */
export function spreadRow(items: readonly RowItem[], gap: number): readonly number[] {
  const blocks: Block[] = [];
  let before: RowItem | null = null;
  for (const item of items) {
    let block: Block = { start: item.want, offsets: [0], wants: [item.want] };
    let room = before ? before.right + gap + item.left : 0;
    for (let last = blocks.at(-1); last && endOf(last) + room > block.start; last = blocks.at(-1)) {
      block = merge(last, block, room);
      blocks.pop();
      const previous = items[countOf(blocks) - 1];
      const first = items[countOf(blocks)];
      room = previous && first ? previous.right + gap + first.left : 0;
    }
    blocks.push(block);
    before = item;
  }
  return blocks.flatMap(({ start, offsets }) => offsets.map((offset) => start + offset));
}

function merge(left: Block, right: Block, room: number): Block {
  const shift = (left.offsets.at(-1) ?? 0) + room;
  const offsets = [...left.offsets, ...right.offsets.map((offset) => offset + shift)];
  const wants = [...left.wants, ...right.wants];
  const start = wants.reduce((sum, want, index) => sum + want - (offsets[index] ?? 0), 0) / wants.length;
  return { start, offsets, wants };
}

function endOf({ start, offsets }: Block): number {
  return start + (offsets.at(-1) ?? 0);
}

function countOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { offsets }) => sum + offsets.length, 0);
}
