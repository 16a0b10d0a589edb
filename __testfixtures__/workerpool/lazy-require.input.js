module.exports = class Reports {
  get pool() {
    if (!this._pool) {
      const workerpool = require('workerpool');
      this._pool = workerpool.pool(require.resolve('./render-report'), { workerType: 'auto' });
    }
    return this._pool;
  }

  render(id) {
    return this.pool.exec('render', [id]);
  }
};
