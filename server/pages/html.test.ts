import { expect, test } from 'vitest';
import { Html, html, webAddress } from './html.ts';

test('text is escaped, in words and in attributes', () => {
  const hostile = `"><script>alert('x')</script>&`;
  expect(html`<p title="${hostile}">${hostile}</p>`.markup).toBe(
    '<p title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;</p>',
  );
});

test('a piece stands as it is, lists one after another, and what is absent prints nothing', () => {
  expect(
    html`<ul>${['a', 'b<'].map((each) => html`<li>${each}</li>`)}${null}${undefined}${false}${0}</ul>`.markup,
  ).toBe('<ul><li>a</li><li>b&lt;</li>0</ul>');
});

test('an object that looks like a piece is not taken for one', () => {
  const forged: unknown = [{ markup: '<script>' }, '<script>'];
  expect(html`${forged as readonly string[]}`.markup).not.toContain('<script>');
});

test('only http and https are addresses that a link may have', () => {
  for (const hostile of [
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//x',
    'x',
  ])
    expect(webAddress(hostile)).toBeNull();
  expect(webAddress('https://example.org/a?b="c')).toBe('https://example.org/a?b=%22c');
});

test('data cannot end the block that holds it, and reads back as it was', () => {
  const data = { name: '</script><!--<script>&\u2028' };
  const { markup } = Html.data('application/ld+json', data);
  const json = markup.replace(/^<script [^>]*>/, '').replace(/<\/script>$/, '');
  expect(json).not.toMatch(/[<>&\u2028]/);
  expect(JSON.parse(json)).toEqual(data);
});
