import express, { type ErrorRequestHandler, Router } from 'express';
import { readImage, UnknownImageError } from './images.js';
import { pool } from './pool.js';
import type { Thumbnail, ThumbnailTask } from './tasks.js';

const DEFAULT_WIDTH = 160;
const MAX_WIDTH = 1024;
const PREVIEW_WIDTH = 32;

class WidthError extends Error {}

function toWidth(value: unknown): number {
  if (value === undefined) return DEFAULT_WIDTH;
  const width = Number(value);
  if (Number.isInteger(width) && width > 0 && width <= MAX_WIDTH) return width;
  throw new WidthError(`width must be a whole number from 1 to ${MAX_WIDTH}.`);
}

export const routes = Router();

routes.get('/thumbnails/:name', async (request, response) => {
  const task: ThumbnailTask = {
    image: await readImage(request.params.name),
    width: toWidth(request.query.width),
  };
  const thumbnail: Thumbnail = await pool.run(task);
  response.type('image/jpeg').send(Buffer.from(thumbnail.jpeg));
});

routes.post('/thumbnails', express.raw({ type: 'image/*', limit: '2mb' }), async (request, response) => {
  const width = toWidth(request.query.width);
  try {
    const thumbnail: Thumbnail = await pool.run({ image: request.body, width });
    response.type('image/jpeg').send(Buffer.from(thumbnail.jpeg));
  } catch (error) {
    response.status(422).json({ error: (error as Error).message });
  }
});

/** A tiny version to show while the rest loads; given up when nobody waits for it any longer. */
routes.get('/previews/:name', async (request, response) => {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableEnded) controller.abort();
  });
  const image = await readImage(request.params.name);
  const { jpeg, width, height }: Thumbnail = await pool.run(
    { image, width: PREVIEW_WIDTH },
    { signal: controller.signal },
  );
  response.json({ width, height, source: `data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}` });
});

routes.get('/checksums/:name', async (request, response) => {
  const image = await readImage(request.params.name);
  const sha256: string = await pool.run({ image }, { name: 'checksum' });
  response.json({ name: request.params.name, bytes: image.byteLength, sha256 });
});

/** `?images=harbour,meadow`: all at the same width, in the order asked for. */
routes.get('/contact-sheets', async (request, response) => {
  const names = String(request.query.images ?? '').split(',');
  const width = toWidth(request.query.width);
  const tasks: ThumbnailTask[] = [];
  for (const name of names) tasks.push({ image: await readImage(name), width });
  const thumbnails: Thumbnail[] = await Promise.all(tasks.map((task) => pool.run(task)));
  response.json(
    thumbnails.map((thumbnail, index) => ({
      name: names[index],
      width: thumbnail.width,
      height: thumbnail.height,
      bytes: thumbnail.jpeg.byteLength,
    })),
  );
});

export const toErrorAnswer: ErrorRequestHandler = (error: Error, _request, response, next) => {
  if (response.headersSent) next(error);
  else if (error instanceof UnknownImageError) response.status(404).json({ error: error.message });
  else if (error instanceof WidthError) response.status(400).json({ error: error.message });
  else next(error);
};
