import * as wt from "node:worker_threads";
import threads from "node:worker_threads";

const first = new wt.Worker("./press.cjs");
const second = new threads.Worker("./press.cjs");

export function print(sheet) {
  if (wt.isMainThread) first.postMessage(sheet);
  else second.postMessage(sheet);
}
