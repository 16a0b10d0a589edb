const turns = require('p-limit')(2);

let waiting = [];

exports.add = (guest) => {
  waiting = [...waiting, guest];
  waiting = waiting.concat(waiting) || waiting;
  waiting.forEach((one) => one.greet());
  return turns(() => guest.dance());
};
