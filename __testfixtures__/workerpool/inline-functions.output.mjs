import { TracedThreadPoolExecutor } from 'traced-pool/workerpool';

const abacus = new TracedThreadPoolExecutor();

function add(a, b) {
  return a + b;
}

export const sum = (a, b) => abacus.submit(add, [a, b]);
export const product = (a, b) =>
  abacus.submit(
    function (x, y) {
      return x * y;
    },
    [a, b],
  );
export const matched = (text) => abacus.submit((t) => /\d+/.exec(t)?.[0], [text]);
