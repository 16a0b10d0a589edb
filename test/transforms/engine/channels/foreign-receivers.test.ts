import { analyse } from '../../../../dist/engine/analyse.js';
import { loadFamily } from '../../../../dist/families.js';
import { createScratchFolder, removeScratchFolders } from '../../../support/scratch.js';

afterAll(removeScratchFolders);

const CLIENT = `const { Worker } = require('worker_threads');
class Client {
  constructor() {
    this.worker = new Worker(require('path').join(__dirname, 'task.js'));
  }
  send(task) {
    this.worker.postMessage({ task });
  }
}
module.exports = Client;
`;
const TASK = "const { parentPort } = require('worker_threads');\nparentPort.on('message', () => {});\n";
const APP = `const express = require('express');
const Client = require('./client');
const kept = new Map();
const queue = [];
const client = new Client();
const app = express();
app.get('/', (request, response) => { client.send(request.query); response.end(); });
`;

async function outcomeFor(files: Record<string, string>): Promise<string | undefined> {
  const root = createScratchFolder({ 'client.js': CLIENT, 'task.js': TASK, ...files });
  const { sites } = await analyse({ root, targets: [root] }, [loadFamily('worker-threads')]);
  return sites.find(({ path, kind }) => path === 'client.js' && kind === 'dispatch')?.outcome;
}

describe('a method of that name is another one', () => {
  test.each([
    ['of a response', "app.get('/a', (_, response) => response.send(kept.get(1)));"],
    ['of a response in middleware', 'app.use((request, response, next) => response.send(queue.shift()));'],
    [
      'of a handler that is named',
      "function show(_, response) { response.send(kept.get(1)); }\napp.get('/a', show);",
    ],
    [
      'of one in a list',
      "const show = (_, response) => response.send(queue.pop());\napp.post('/a', [show]);",
    ],
    [
      'of what a library constructs',
      "const socket = new (require('ws'))('ws://x');\nsocket.send(queue.shift());",
    ],
    ['of a global', "const socket = new WebSocket('ws://x');\nsocket.send(queue.shift());"],
    ['of a library', "const mail = require('mail');\nmail.send(queue.shift());"],
    [
      'of what a library makes of options',
      "const { connect } = require('broker');\nconst broker = connect({ url: process.env.URL, retries: 3 });\nbroker.channel.send(queue.shift());",
    ],
  ])('%s', async (_, text) => {
    expect(await outcomeFor({ 'app.js': APP + text })).toBe('rewritten');
  });

  test('of a response, in another file than its route', async () => {
    const controller =
      'const kept = new Map();\nexports.show = (_, response) => response.send(kept.get(1));\n';
    const routes = `const { Router } = require('express');
const controller = require('./controller');
require('./app');
module.exports = Router().get('/:id', controller.show);
`;
    expect(await outcomeFor({ 'app.js': APP, 'controller.js': controller, 'routes.js': routes })).toBe(
      'rewritten',
    );
  });
});

describe('it may be the same', () => {
  test.each([
    [
      'of what a library was given',
      "const pool = require('generic-pool').createPool({ create: () => new Client() });\npool.acquire().then((one) => one.send(queue.shift()));",
    ],
    ['of what a library uses', 'require("pools").use((one) => one.send(queue.shift()));'],
    ['of a parameter that anybody gives', 'exports.flush = (one) => one.send(queue.shift());'],
    [
      'of a variable that is set',
      "let one = require('ws').connect();\none = client;\nconst flush = (other) => other.send(queue.shift());\nflush(one);",
    ],
    [
      'of a handler that others call as well',
      "function show(one) { one.send(queue.shift()); }\napp.get('/', show);\nshow(client);",
    ],
  ])('%s', async (_, text) => {
    expect(await outcomeFor({ 'app.js': APP + text })).toBe('refused');
  });
});
