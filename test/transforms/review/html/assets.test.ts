import { createHash } from 'node:crypto';
import { createScript, createStyle } from '../../../../transforms/review/html/assets.js';
import { toEmbeddedJson } from '../../../../transforms/review/html/embed.js';

it.each([
  ['script', createScript],
  ['style', createStyle],
])('the %s is named by its hash, and asks for nothing', (_, create) => {
  const { text, source } = create();
  expect(source).toBe(`'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  expect(text).not.toMatch(/https?:|url\(|@import|\bfetch\(|innerHTML|\r/);
});

it('embedded JSON reads as it was, and has nothing in it that ends a script or hides', () => {
  const data = { '</script>': ['<!--', '\u2028\u2029\u202E\u2066\u200B\uFEFF\u0000\r', '\uD800', '🏺'] };
  const text = toEmbeddedJson(data);
  expect(JSON.parse(text)).toEqual(data);
  expect(text).not.toMatch(/[<\u2028\u2029\u202E\u2066\u200B\uFEFF\r]|\p{Surrogate}/u);
});
