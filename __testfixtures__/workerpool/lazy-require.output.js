module.exports = class Reports {
  get pool() {
    if (!this._pool) {
      const { TracedThreadPoolExecutor } = require('traced-pool/workerpool');
      this._pool = new TracedThreadPoolExecutor(require.resolve('./render-report'), { workerType: 'auto' });
    }
    return this._pool;
  }

  render(id) {
    return this.pool.submit('render', [id]);
  }
};
