import { Worker, type Transferable } from 'node:worker_threads';
import { TracedWorker, inject } from 'traced-pool/context';
import { once } from 'node:events';

const plate = new URL('./print.mjs', import.meta.url);
const press = new (TracedWorker)(plate);
const list = Array.from({ length: 4 }, () => new TracedWorker(plate));
const byName = new Map<string, Worker>([['a', new TracedWorker(plate)]]);
const [first, second] = [new TracedWorker(plate), new TracedWorker(plate)];
let lazy: Worker | undefined;

export async function all(x: any, buffer: ArrayBuffer) {
  (press as any).postMessage(inject(x));
  press!.postMessage(inject(x ?? 1), [buffer] as Transferable[]);
  press['postMessage'](inject(x));
  press.postMessage?.(inject(x));
  press.postMessage(
    inject({ a: 1, b: { x } }), // a note
  );
  press.postMessage(inject(await x));
  press.postMessage(inject((x, 1)));
  press.postMessage(...(x as [any]));
  press.postMessage(inject(() => x));
  press.postMessage<any>(inject(x));
  for (const w of list) w.postMessage(inject(x));
  list.forEach((w) => w.postMessage(inject(x)));
  list[0]!.postMessage(inject(x));
  byName.get('a')?.postMessage(inject(x));
  first!.postMessage(inject(x));
  second?.postMessage(inject(x));
  await Promise.all(list.map((w) => { w.postMessage(inject(x)); return once(w, 'message'); }));
  (lazy ??= new TracedWorker(plate)).postMessage(inject(x));
  new TracedWorker(plate).on('error', () => {}).postMessage(inject(x));
  const { postMessage } = press;
  postMessage.call(press, x);
  Reflect.apply(press.postMessage, press, [x]);
}

export default class Shop {
  static shared = new TracedWorker(plate);
  static { Shop.shared.postMessage(inject('init')); }
  #own = new TracedWorker(plate);
  run = (x: unknown) => this.#own.postMessage(inject(x));
  static send(x: unknown) { Shop.shared.postMessage(inject(x)); }
}
