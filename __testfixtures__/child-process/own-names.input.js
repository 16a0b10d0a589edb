const { execFile } = require('child_process');

function fork(road) {
  return { send: (traveller) => [road, traveller, execFile] };
}

exports.travel = (response, traveller) => {
  fork('left').send(traveller);
  response.send(traveller);
};
