const http = require('node:http');
const Piscina = require('piscina');

function answer(loom) {
  return (request, response) => loom.run(request.url).then((cloth) => response.end(cloth));
}

const weave = ({ loom, yarn }) => loom.run(yarn);

function dye(context) {
  return context.vat.run(context.colour);
}

const loom = new Piscina({ filename: './loom.js' });

http.createServer(answer(loom)).listen(0);
weave({ loom, yarn: 'wool' });
dye({ vat: new Piscina({ filename: './vat.js' }), colour: 'madder' });
