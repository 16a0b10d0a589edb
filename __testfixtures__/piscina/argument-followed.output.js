const http = require('node:http');
const { TracedThreadPoolExecutor } = require('traced-pool');

function answer(loom) {
  return (request, response) => loom.submit(request.url).then((cloth) => response.end(cloth));
}

const weave = ({ loom, yarn }) => loom.submit(yarn);

function dye(context) {
  return context.vat.submit(context.colour);
}

const loom = new TracedThreadPoolExecutor({ filename: './loom.js' });

http.createServer(answer(loom)).listen(0);
weave({ loom, yarn: 'wool' });
dye({ vat: new TracedThreadPoolExecutor({ filename: './vat.js' }), colour: 'madder' });
