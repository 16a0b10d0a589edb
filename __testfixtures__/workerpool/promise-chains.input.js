const workerpool = require('workerpool');
const pool = workerpool.pool(__dirname + '/sail.js');

// cancel, timeout and always are of workerpool's own promise
const voyage = pool.exec('sail', ['north']).timeout(2000).always(() => pool.terminate());
setTimeout(() => voyage.cancel(), 500);

module.exports = () =>
  pool
    .exec('anchor')
    .then((depth) => depth + 1)
    .catch(/* adrift */ () => 0);
