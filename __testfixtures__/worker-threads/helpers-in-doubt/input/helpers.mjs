const waiting = [];
let running = 0;

// What waits is started by whoever is done.
export function limited(task) {
  const start = () => {
    running++;
    return task().finally(() => {
      running--;
      waiting.shift()?.();
    });
  };
  if (running < 1) start();
  else waiting.push(start);
}

export function kept(task) {
  waiting.push(task);
}

export function onEach(emitter, task) {
  emitter.on('thread', () => task());
}

export function orNot(task) {
  const chosen = task || (() => {});
  waiting.push(chosen);
}

export const atOnce = (task) => task();
export const inTurn = (task) => waiting.push(task);

export class Turns {
  use(task) {
    waiting.push(task);
  }
}

export class Layers {
  #layers = [];

  use(layer) {
    this.#layers.push(layer);
    return this;
  }
}

export class Routes {
  #routes = new Map();

  get(path, serve) {
    this.#routes.set(path, serve);
  }
}

export class House {
  run(task) {
    return task();
  }
}

export class Guild extends House {
  run(task) {
    waiting.push(task);
  }
}

export function* stepwise(task) {
  yield task();
}

export let other = (task) => task();
export const change = () => {
  other = (task) => waiting.push(task);
};

export function again(emitter, task, times) {
  if (times > 0) emitter.on('thread', () => again(emitter, task, times - 1));
  else task();
}

// What is made of a function is called wherever it goes.
export const twice = (task) => (thread) => {
  task(thread);
  task(thread);
};

export const thrice = (task) => (thread) => task(`${thread} thrice`);

export const serve = (task) => async (request) => task(request.url);

export const trapped = (task) => new Proxy({}, { get: () => (thread) => task(thread) });

export function* steps(task) {
  yield () => task('step');
}

export const keep = (made) => {
  waiting.push(made);
};
