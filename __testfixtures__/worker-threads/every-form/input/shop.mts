import wt, { Worker, type Transferable } from 'node:worker_threads';
import { once } from 'node:events';

const plate = new URL('./print.mjs', import.meta.url);
const press = new (wt.Worker)(plate);
const list = Array.from({ length: 4 }, () => new Worker(plate));
const byName = new Map<string, Worker>([['a', new Worker(plate)]]);
const [first, second] = [new Worker(plate), new Worker(plate)];
let lazy: Worker | undefined;

export async function all(x: any, buffer: ArrayBuffer) {
  (press as any).postMessage(x);
  press!.postMessage(x ?? 1, [buffer] as Transferable[]);
  press['postMessage'](x);
  press.postMessage?.(x);
  press.postMessage(
    { a: 1, b: { x } }, // a note
  );
  press.postMessage(await x);
  press.postMessage((x, 1));
  press.postMessage(...(x as [any]));
  press.postMessage(() => x);
  press.postMessage<any>(x);
  for (const w of list) w.postMessage(x);
  list.forEach((w) => w.postMessage(x));
  list[0]!.postMessage(x);
  byName.get('a')?.postMessage(x);
  first!.postMessage(x);
  second?.postMessage(x);
  await Promise.all(list.map((w) => { w.postMessage(x); return once(w, 'message'); }));
  (lazy ??= new Worker(plate)).postMessage(x);
  new Worker(plate).on('error', () => {}).postMessage(x);
  const { postMessage } = press;
  postMessage.call(press, x);
  Reflect.apply(press.postMessage, press, [x]);
}

export default class Shop {
  static shared = new Worker(plate);
  static { Shop.shared.postMessage('init'); }
  #own = new Worker(plate);
  run = (x: unknown) => this.#own.postMessage(x);
  static send(x: unknown) { Shop.shared.postMessage(x); }
}
