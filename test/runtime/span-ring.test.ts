import fc from 'fast-check';
import { RING_BYTES } from '../../runtime/protocol/span-ring.js';
import { SpanRingReader } from '../../runtime/relay/span-ring-reader.js';
import { SpanRingWriter } from '../../runtime/worker/span-ring-writer.js';

function readAll(reader: SpanRingReader): string[] {
  const texts: string[] = [];
  reader.readAll((text) => texts.push(text));
  return texts;
}

function fill(writer: SpanRingWriter, text: string): number {
  let count = 0;
  while (writer.write(text)) count += 1;
  return count;
}

test('gives what was written, in order, whatever is written and read in between', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 3000 }),
    fc.nat(20_000).map((length) => 'x'.repeat(length)),
  );
  // A record with lone surrogates is none of ours: JSON escapes them.
  const step = fc.oneof(
    { weight: 3, arbitrary: text.map((own) => own.toWellFormed()) },
    fc.constant(undefined),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const writer = new SpanRingWriter();
      const reader = new SpanRingReader(writer.memory);
      const written: string[] = [];
      const read: string[] = [];
      for (const own of steps) {
        if (own === undefined) read.push(...readAll(reader));
        else if (writer.write(own)) written.push(own);
      }
      expect([...read, ...readAll(reader)]).toEqual(written);
    }),
  );
});

test('takes no more than it has room for, and has room again for what has been read', () => {
  const writer = new SpanRingWriter();
  const reader = new SpanRingReader(writer.memory);
  const text = 'GET /thumbnails'.repeat(10);
  const count = fill(writer, text);
  expect(count * text.length).toBeLessThan(RING_BYTES);
  expect(count * text.length).toBeGreaterThan(RING_BYTES * 0.9);
  expect(readAll(reader)).toHaveLength(count);
  expect(writer.write(text)).toBe(true);
  expect(readAll(reader)).toEqual([text]);
});

test('goes on at its end and its start when it is read in pieces', () => {
  const writer = new SpanRingWriter();
  const reader = new SpanRingReader(writer.memory);
  let next = 0;
  const expected: number[] = [];
  const read: number[] = [];
  for (let round = 0; round < 300; round += 1) {
    for (let index = 0; index <= round % 50; index += 1) {
      const text = `${next}:${'ü'.repeat((next * 37) % 400)}`;
      if (!writer.write(text)) throw new Error('the ring is full');
      expected.push(next++);
    }
    // Every other time something is left, so that the ring is never empty at its end.
    if (round % 2 === 0) read.push(...readAll(reader).map((text) => Number(text.split(':')[0])));
  }
  read.push(...readAll(reader).map((text) => Number(text.split(':')[0])));
  expect(read).toEqual(expected);
});

test('refuses a text that would take more than an eighth of it', () => {
  const writer = new SpanRingWriter();
  expect(writer.write('x'.repeat(RING_BYTES / 8))).toBe(false);
  expect(writer.write('x')).toBe(true);
});

test('has the reader told once until it has looked', () => {
  const writer = new SpanRingWriter();
  const reader = new SpanRingReader(writer.memory);
  expect([writer.mustTell(), writer.mustTell()]).toEqual([true, false]);
  readAll(reader);
  expect([writer.mustTell(), writer.mustTell()]).toEqual([true, false]);
});

test('touches half of its memory where what is written is read at once', () => {
  const writer = new SpanRingWriter();
  const reader = new SpanRingReader(writer.memory);
  const text = 'x'.repeat(300);
  for (let count = 0; count < 20_000; count += 1) {
    writer.write(text);
    readAll(reader);
  }
  const touched = new Uint8Array(writer.memory).findLastIndex((byte) => byte !== 0);
  expect(touched).toBeLessThan(RING_BYTES / 2 + 1024);
});
