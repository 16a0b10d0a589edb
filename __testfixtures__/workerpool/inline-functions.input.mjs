import workerpool from 'workerpool';

const abacus = workerpool.pool();

function add(a, b) {
  return a + b;
}

export const sum = (a, b) => abacus.exec(add, [a, b]);
export const product = (a, b) =>
  abacus.exec(
    function (x, y) {
      return x * y;
    },
    [a, b],
  );
export const matched = (text) => abacus.exec((t) => /\d+/.exec(t)?.[0], [text]);
