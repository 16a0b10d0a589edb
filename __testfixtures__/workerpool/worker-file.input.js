const workerpool = require('workerpool');

function fibonacci(n) {
  return n < 2 ? n : fibonacci(n - 2) + fibonacci(n - 1);
}

workerpool.worker({
  fibonacci,
  scan(text) {
    workerpool.workerEmit({ status: 'scanning' });
    return /\w+/.exec(text);
  },
});
