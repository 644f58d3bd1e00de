import { measure, settle, type Visit } from './visit.ts';

/** So often the hand moves. */
export const MOVES = 60;

/** Pans by a hand that presses there, where nothing stands; in pixels of the page. */
export async function panByHand(
  visit: Visit,
  from: { readonly x: number; readonly y: number },
): Promise<void> {
  const { page } = visit;
  await measure(
    visit,
    `pan, ${MOVES} movements of the hand`,
    async () => {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      for (let move = 1; move <= MOVES; move++) await page.mouse.move(from.x + move * 4, from.y - move * 2);
      await page.mouse.up();
      await settle(page);
    },
    {
      note: ({ task, script }) =>
        `a movement: ${(task / MOVES).toFixed(1)} ms, of it script ${(script / MOVES).toFixed(1)}; room for ${Math.floor((1000 * MOVES) / task)} a second`,
    },
  );
}
