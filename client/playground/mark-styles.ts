/**
 * Monaco, the editor in GraphiQL, makes style elements by itself. The page lets through only those that bear its
 * nonce, so each one that is made gets it. This file must be imported before Monaco is.
 */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
const create: (name: string, options?: ElementCreationOptions) => HTMLElement =
  document.createElement.bind(document);

function createMarked(name: string, options?: ElementCreationOptions): HTMLElement {
  const element = create(name, options);
  if (nonce && element instanceof HTMLStyleElement) element.nonce = nonce;
  return element;
}

document.createElement = createMarked as typeof document.createElement;
