import { expect, test } from 'vitest';
import { liftStyles } from './lift-styles.ts';

test('style attributes of tags are lifted, whatever stands before and after them', () => {
  expect(
    liftStyles(
      '<div style="top:0px;height:18px;" class="view-line"><span class="a" style="width:2px">x</span>',
    ),
  ).toBe(
    '<div data-style="top:0px;height:18px;" class="view-line"><span class="a" data-style="width:2px">x</span>',
  );
});

test('what was typed stays as it is, though it looks like a style', () => {
  const typed = '<span>&lt;b style="a"&gt; and style="b"</span>';
  expect(liftStyles(typed)).toBe(typed);
});
