import { createHash } from 'node:crypto';
import { createScript, createStyle } from '../../../transforms/page/assets.js';
import { toEmbeddedJson } from '../../../transforms/page/embed.js';

it.each([
  ['script of the review page', () => createScript('review/html/page/main.js')],
  ['script of the waterfall page', () => createScript('verify/html/page/main.js')],
  ['style', () => createStyle(['page/browser/layout.css', 'review/html/page/files.css'])],
])('the %s is named by its hash, and asks for nothing', (_, create) => {
  const { text, source } = create();
  expect(source).toBe(`'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  expect(text).not.toMatch(/https?:|url\(|@import|\bfetch\(|innerHTML|\r/);
});

it('a script has each module once, those that pages share included, and requires no other', () => {
  const { text } = createScript('review/html/page/main.js');
  const names = [...text.matchAll(/^,?"([\w./-]+\.js)"\(exports, require\)/gm)].map(([, name]) => name);
  const needed = [...text.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name);
  expect(names).toEqual(expect.arrayContaining(['review/html/page/main.js', 'page/browser/dom.js']));
  expect(new Set(names).size).toBe(names.length);
  expect([...new Set(needed)].filter((name) => !names.includes(name))).toEqual([]);
});

it('embedded JSON reads as it was, and has nothing in it that ends a script or hides', () => {
  const data = { '</script>': ['<!--', '\u2028\u2029\u202E\u2066\u200B\uFEFF\u0000\r', '\uD800', '🏺'] };
  const text = toEmbeddedJson(data);
  expect(JSON.parse(text)).toEqual(data);
  expect(text).not.toMatch(/[<\u2028\u2029\u202E\u2066\u200B\uFEFF\r]|\p{Surrogate}/u);
});
