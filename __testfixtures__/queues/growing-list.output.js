const { bind } = require('traced-pool/context');
const turns = require('p-limit')(2);

let waiting = [];

exports.add = (guest) => {
  waiting = [...waiting, guest];
  waiting = waiting.concat(waiting) || waiting;
  waiting.forEach((one) => one.greet());
  return turns(bind(() => guest.dance()));
};
