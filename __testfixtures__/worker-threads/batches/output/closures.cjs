// What is sent at once is several requests' here.
const { TracedWorker, inject } = require('traced-pool/context');

exports.createPress = () => {
  const worker = new TracedWorker('./press.mjs');
  let pages = [];
  let timer;
  const flush = () => {
    const all = pages;
    pages = [];
    timer = undefined;
    worker.postMessage(all);
  };
  return (page) => {
    pages.push(page);
    timer ??= setTimeout(flush, 5);
  };
};

exports.createSorter = () => {
  const worker = new TracedWorker('./press.mjs');
  const byTitle = new Map();
  const send = (title) => worker.postMessage(byTitle.get(title));
  return (title, page) => {
    byTitle.set(title, [...(byTitle.get(title) ?? []), page]);
    setTimeout(() => send(title), 5);
  };
};

// Those of one request alone.
exports.createBinder = () => {
  const worker = new TracedWorker('./press.mjs');
  return (book) => {
    const pages = [];
    for (const page of book) pages.push(page);
    return new Promise((resolve) => {
      worker.once('message', resolve);
      worker.postMessage(inject(pages));
    });
  };
};
