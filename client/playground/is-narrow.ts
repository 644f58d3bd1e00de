/** Whether the window, as that of a phone, has no room for a pane beside the editors. */
export function isNarrow(): boolean {
  return matchMedia('(max-width: 760px)').matches;
}
