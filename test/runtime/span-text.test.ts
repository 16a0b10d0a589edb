import fc from 'fast-check';
import { fromSpanContextData } from '../../runtime/propagation/span-context-data.js';
import type { SpanContextData } from '../../runtime/protocol/carrier.js';
import { decodeOpenSpan, decodeSpan } from '../../runtime/protocol/span-text.js';
import type { OpenSpanData, SpanMessage } from '../../runtime/protocol/span-message.js';
import { encodeHead, encodeOpenSpan, encodeSpan } from '../../runtime/worker/span-text.js';

const hex = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '\n', '\\', '"', '\ud800', '[', 'é\u2028'),
);
const time = fc.tuple(fc.nat(2e9), fc.nat(999_999_999));
const spanContext: fc.Arbitrary<SpanContextData> = fc.oneof(
  fc.tuple(hex(32), hex(16), fc.nat(255)),
  fc.tuple(hex(32), hex(16), fc.nat(255), fc.constant(undefined), fc.boolean()),
  fc.tuple(hex(32), hex(16), fc.nat(255), anyText, fc.boolean()),
);
const plain = fc.oneof(
  anyText,
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
  fc.boolean(),
);
const attributes = fc
  .dictionary(anyText, fc.oneof(plain, fc.array(anyText), fc.array(fc.integer())), {
    noNullPrototype: true,
    maxKeys: 5,
  })
  .filter((own) => !Object.hasOwn(own, '__proto__')) as fc.Arbitrary<SpanMessage[8]>;
const scope = fc.record({
  name: anyText,
  version: fc.option(anyText, { nil: undefined }),
  schemaUrl: fc.option(anyText, { nil: undefined }),
});
const dropped = fc.oneof(fc.constant([0, 0, 0] as const), fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)));
const links = fc.array(
  fc.record({
    context: spanContext,
    attributes: fc.option(attributes, { nil: undefined }),
    droppedAttributesCount: fc.option(fc.nat(9), { nil: undefined }),
  }),
  { maxLength: 2 },
);
const events = fc.array(fc.record({ name: anyText, time, attributes, droppedAttributesCount: fc.nat(9) }), {
  maxLength: 2,
});
const status = fc.oneof(
  fc.record({ code: fc.constantFrom(0, 1, 2) }),
  fc.record({ code: fc.constant(2), message: anyText }),
);
const parent = fc.option(spanContext, { nil: undefined });
const ended: fc.Arbitrary<SpanMessage> = fc.tuple(
  anyText,
  fc.nat(4),
  spanContext,
  parent,
  time,
  time,
  time,
  status,
  attributes,
  links,
  events,
  scope,
  dropped,
);

function toOpen([
  name,
  kind,
  context,
  of,
  start,
  ,
  ,
  ,
  own,
  linked,
  ,
  scoped,
  counts,
]: SpanMessage): OpenSpanData {
  return [name, kind, context, of, start, scoped, own, linked, counts];
}

/** JSON has no `undefined`; what a link's context means is what counts. */
function withLinks<Span extends readonly unknown[]>(span: Span, index: number): unknown[] {
  const linked = span[index] as SpanMessage[9];
  return span.with(
    index,
    linked.map((link) => ({ ...link, context: fromSpanContextData(link.context) })),
  );
}

test('an ended span comes out of its text as it was', () => {
  fc.assert(
    fc.property(ended, (span) => {
      const decoded = decodeSpan(encodeSpan(span, undefined) as string);
      expect(withLinks(decoded, 9)).toEqual(withLinks(span, 9));
    }),
  );
});

test('the head of its start serves for its end', () => {
  fc.assert(
    fc.property(ended, anyText, (span, name) => {
      const head = encodeHead(toOpen(span));
      const renamed = [name, ...span.slice(1)] as unknown as SpanMessage;
      expect(encodeSpan(renamed, head)).toBe(encodeSpan(renamed, undefined));
    }),
  );
});

test('an open span comes out of its text as it was', () => {
  fc.assert(
    fc.property(ended.map(toOpen), (span) => {
      const decoded = decodeOpenSpan(encodeOpenSpan(span, encodeHead(span), 1e6));
      expect(withLinks(decoded, 7)).toEqual(withLinks(span, 7));
    }),
  );
});

const SPAN: SpanMessage = [
  'resize',
  0,
  ['0'.repeat(31) + '1', '0'.repeat(15) + '1', 1],
  undefined,
  [1, 2],
  [3, 4],
  [2, 2],
  { code: 0 },
  {},
  [],
  [],
  { name: 'thumbnails', version: undefined, schemaUrl: undefined },
  [0, 0, 0],
];

test.each([
  ['NaN', NaN],
  ['an infinity', -Infinity],
  ['minus zero', -0],
  ['undefined in a list', ['a', undefined]],
  ['bytes', new Uint8Array(3)],
  ['a map', { width: 3 }],
  ['a date', new Date(0)],
  ['a number too large for JSON', 3n],
])('text does not say %s, wherever it is', (_what, value) => {
  const wrong = { width: value } as unknown as SpanMessage[8];
  const event = { name: 'cropped', time: [1, 2], attributes: wrong, droppedAttributesCount: 0 };
  const link = { context: SPAN[2], attributes: wrong, droppedAttributesCount: undefined };
  const withOne = (index: number, part: unknown): SpanMessage =>
    SPAN.toSpliced(index, 1, part as never) as unknown as SpanMessage;
  expect(encodeSpan(SPAN, undefined)).toEqual(expect.any(String));
  expect(encodeSpan(withOne(8, wrong), undefined)).toBeUndefined();
  expect(encodeSpan(withOne(9, [link]), undefined)).toBeUndefined();
  expect(encodeSpan(withOne(10, [event]), undefined)).toBeUndefined();
});

test('an open span that is too long goes without attributes and links, which count as dropped', () => {
  const [head, open] = [encodeHead(toOpen(SPAN)), toOpen(SPAN).with(6, { path: 'x'.repeat(3000) } as never)];
  const text = encodeOpenSpan(open as unknown as OpenSpanData, head, 500);
  expect(Buffer.byteLength(text)).toBeLessThan(500);
  expect(decodeOpenSpan(text)).toEqual(toOpen(SPAN).with(8, [1, 0, 0] as never));
});
