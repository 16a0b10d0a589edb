export function press(queue, grapes) {
  const must = [];
  must.push(grapes.length);
  return Promise.all(grapes.map((grape) => queue.add(() => grape.trim())));
}
