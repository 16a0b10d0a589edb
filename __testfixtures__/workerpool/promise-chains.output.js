const { TracedThreadPoolExecutor } = require('traced-pool/workerpool');
const pool = new TracedThreadPoolExecutor(__dirname + '/sail.js');

// cancel, timeout and always are of workerpool's own promise
const voyage = pool.submit('sail', ['north']).timeout(2000).always(() => pool.terminate());
setTimeout(() => voyage.cancel(), 500);

module.exports = () =>
  pool
    .submit('anchor')
    .then((depth) => depth + 1)
    .catch(/* adrift */ () => 0);
