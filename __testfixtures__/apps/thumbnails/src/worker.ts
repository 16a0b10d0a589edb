import { createHash } from 'node:crypto';
import { type Attributes, type Span, SpanStatusCode, trace } from '@opentelemetry/api';
import { Jimp } from 'jimp';
import type { ChecksumTask, Thumbnail, ThumbnailTask } from './tasks.js';

const JPEG_QUALITY = 80;

const tracer = trace.getTracer('thumbnails/worker', '1.4.0');

function inSpan<Result>(
  name: string,
  attributes: Attributes,
  work: (span: Span) => Promise<Result>,
): Promise<Result> {
  return tracer.startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      span.recordException(error as Error);
      span.setStatus({ code: SpanStatusCode.ERROR, message: (error as Error).message });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** The pool's default handler: a JPEG of the given width, as high as the image's proportions ask for. */
export function thumbnail({ image, width }: ThumbnailTask): Promise<Thumbnail> {
  return inSpan('thumbnail', { 'thumbnail.width': width }, async (span) => {
    const decoded = await inSpan('decode', { 'image.bytes': image.byteLength }, async (decodeSpan) => {
      const bitmap = await Jimp.fromBuffer(Buffer.from(image));
      decodeSpan.setAttributes({ 'image.width': bitmap.width, 'image.height': bitmap.height });
      return bitmap;
    });
    const resized = await inSpan('resize', { 'resize.width': width }, async () =>
      decoded.resize({ w: width }),
    );
    const jpeg = await inSpan('encode', { 'encode.quality': JPEG_QUALITY }, async () =>
      resized.getBuffer('image/jpeg', { quality: JPEG_QUALITY }),
    );
    span.setAttribute('thumbnail.height', resized.height);
    return { jpeg, width: resized.width, height: resized.height };
  });
}

/** The SHA-256 of an image's bytes, in hexadecimal. */
export function checksum({ image }: ChecksumTask): Promise<string> {
  return inSpan('hash', { 'image.bytes': image.byteLength, 'hash.algorithm': 'sha256' }, async () =>
    createHash('sha256').update(image).digest('hex'),
  );
}
