/**
 * What a page of ours may do. `data`: an answer that is no page. `reading`: a page without any script, with our
 * stylesheet and typefaces. `page`: the explorer and the playground. `embed`: a view to be read only, the one page
 * that pages of others may show in a frame.
 */
export type PagePolicy = 'data' | 'reading' | 'page' | 'embed';

const forEveryAnswer = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/**
 * The headers of an answer, as a list of names and values. Style elements that a library makes carry the nonce of the page, which it finds in
 * `<meta property="csp-nonce">`; scripts, workers, fonts and requests are our own server's alone.
 */
export function securityHeaders(policy: PagePolicy, nonce: string): readonly string[] {
  return policy === 'data' ? forData : makeHeaders(policy, nonce);
}

function makeHeaders(policy: PagePolicy, nonce: string): readonly string[] {
  return Object.entries({
    ...forEveryAnswer,
    ...(policy === 'embed' && { 'cross-origin-resource-policy': 'cross-origin' }),
    'content-security-policy': contentSecurityPolicy(policy, nonce),
  }).flat();
}

/** Answers that are no page are many, and none has a nonce. */
const forData = makeHeaders('data', '');

function contentSecurityPolicy(policy: PagePolicy, nonce: string): string {
  const ancestors = policy === 'embed' ? '*' : "'none'";
  const closed = [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestors}`,
  ];
  if (policy === 'data') return closed.join('; ');
  if (policy === 'reading') return [...closed, "style-src 'self'", "font-src 'self' data:"].join('; ');
  return [
    ...closed,
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    // The preview of a view that is to be embedded.
    ...(policy === 'page' ? ["frame-src 'self'"] : []),
  ].join('; ');
}
