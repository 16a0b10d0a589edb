class TerserPlugin {
  async optimize(compiler, assets) {
    let worker;
    const getWorker = () => {
      if (worker) return worker;
      const { TracedThreadPoolExecutor } = require('traced-pool/jest-worker');
      worker = new TracedThreadPoolExecutor(require.resolve('./minify'), { numWorkers: compiler.cores });
      const workerStdout = worker.getStdout();
      if (workerStdout) workerStdout.on('data', (chunk) => process.stdout.write(chunk));
      return worker;
    };
    const results = await Promise.all(assets.map((asset) => getWorker().transform(asset)));
    if (worker) await worker.end();
    return results;
  }
}

module.exports = TerserPlugin;
