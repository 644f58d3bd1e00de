import { expect, test } from 'vitest';
import { embedAddress, embedCode, readSize } from './embed-code.ts';

const choices = { title: 'Cafcass', width: null, height: 480, theme: 'system' } as const;

test('the code is a frame of the view with its title and size', () => {
  const address = embedAddress('https://oversight.example', '#/view=1.abc', 'system');
  expect(embedCode(address, choices)).toBe(
    '<iframe src="https://oversight.example/embed#/view=1.abc" title="Cafcass" width="100%" height="480" loading="lazy" style="border:0"></iframe>',
  );
  expect(embedAddress('https://oversight.example', '', 'dark')).toBe(
    'https://oversight.example/embed?theme=dark',
  );
});

test('whatever a title or an address says, it stays within its attribute', () => {
  const code = embedCode('x#/selected=a/b&view=1', { ...choices, title: '"><script>alert(1)</script>&' });
  expect(code).not.toContain('<script');
  expect(code).toContain('&amp;view=1');
  expect(code.match(/"/g)).toHaveLength(12);
});

test('a frame has a title in any case', () => {
  expect(embedCode('x', { ...choices, title: '  ' })).toContain('title="A view of Oversight"');
});

test('a size is a number within its bounds', () => {
  expect([
    readSize('640', 200, 2000),
    readSize('5', 200, 2000),
    readSize('1e9', 200, 2000),
    readSize('', 1, 2),
  ]).toEqual([640, 200, 200, null]);
});
