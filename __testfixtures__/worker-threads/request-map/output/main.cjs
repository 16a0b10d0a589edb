// One thread for all, whose replies find their request by an id; callbacks are run by the listener itself.
const path = require('node:path');
const { TracedWorker, inject } = require('traced-pool/context');
const { trace } = require('@opentelemetry/api');

const tracer = trace.getTracer('desk');
const thread = new TracedWorker(path.join(__dirname, 'typesetter.cjs'));
const waiting = new Map();
let lastId = 0;

thread.on('message', (reply) => {
  switch (reply.kind) {
    case 'set':
      waiting.get(reply.id)(reply.lines);
      waiting.delete(reply.id);
      break;
    case 'bye':
      thread.unref();
  }
});

function set(text, callback) {
  const id = ++lastId;
  waiting.set(id, callback);
  thread.postMessage(inject({ kind: 'set', id, text }));
}

const page = (text) =>
  tracer.startActiveSpan(`page ${text}`, (span) => {
    span.end();
    return new Promise((resolve) =>
      set(text, (lines) => {
        tracer.startSpan('proofread', { attributes: { text } }).end();
        resolve(lines);
      }),
    );
  });

Promise.all(['one', 'two', 'three'].map(page)).then((lines) => {
  console.log(lines);
  thread.postMessage(inject({ kind: 'stop' }));
});
