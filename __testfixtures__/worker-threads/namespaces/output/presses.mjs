import * as wt from "node:worker_threads";
import { TracedWorker, inject } from "traced-pool/context";

const first = new TracedWorker("./press.cjs");
const second = new TracedWorker("./press.cjs");

export function print(sheet) {
  if (wt.isMainThread) first.postMessage(inject(sheet));
  else second.postMessage(inject(sheet));
}
