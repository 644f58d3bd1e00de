/** Puts the text on the clipboard and tells so; `what` is what it is, as the beginning of a sentence. */
export async function copyText(
  text: string,
  what: string,
  tell: (words: string, tone?: 'news' | 'failure') => void,
): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    tell(`${what} is on the clipboard.`);
  } catch {
    // Browsers forbid the clipboard on pages that are not served over HTTPS or from this machine.
    tell('The browser does not let this page use the clipboard.', 'failure');
  }
}
