/**
 * Monaco, the editor in GraphiQL, makes its lines out of HTML with style attributes, whose values are counted as one
 * types, so that no hash or nonce of the content security policy can name them. It hands all of that HTML through a
 * policy for Trusted Types, which an embedder may supply: ours puts each style into `data-style` instead, and what
 * comes into the page is styled from there by script, which the policy of the page allows. This file must have run
 * before Monaco is loaded, since its modules ask for their policies at once.
 */

type MakeHtml = (html: string, ...more: unknown[]) => string;

interface PolicyOptions {
  readonly createHTML?: MakeHtml;
  readonly [other: string]: unknown;
}

function createTrustedTypesPolicy(name: string, options: PolicyOptions = {}): PolicyOptions {
  const make = options.createHTML;
  if (!make) return { ...options, name };
  return { ...options, name, createHTML: (html, ...more) => liftStyles(make(html, ...more)) };
}

/** In tags alone: Monaco escapes the brackets of what is typed. */
export function liftStyles(html: string): string {
  return html.replace(/<[a-z][^<>]*>/g, (tag) => tag.replace(/\sstyle="/g, ' data-style="'));
}

/** Styles what has been lifted, in the turn in which it comes into the page and so before it is ever seen. */
function applyStyles(root: Element): void {
  const lifted = root.matches('[data-style]') ? [root] : [];
  for (const element of [...lifted, ...root.querySelectorAll('[data-style]')]) {
    if (!(element instanceof HTMLElement)) continue;
    element.style.cssText = element.dataset.style ?? '';
    delete element.dataset.style;
  }
}

/** Supplies the policy, also to whatever sets Monaco's environment later, and watches what comes into the page. */
export function startLiftingStyles(): void {
  let environment: object = { createTrustedTypesPolicy };
  Object.defineProperty(globalThis, 'MonacoEnvironment', {
    configurable: true,
    get: () => environment,
    set: (given: object) => {
      environment = { ...given, createTrustedTypesPolicy };
    },
  });
  const watcher = new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes) if (node instanceof Element) applyStyles(node);
  });
  watcher.observe(document.documentElement, { childList: true, subtree: true });
}
