// Stands in for the pool of 'piscina' in tests.
class FakePool {
  constructor() {
    this.tasks = [];
  }

  async run(task) {
    this.tasks.push(task);
  }
}

exports.fill = async () => {
  const pool = new FakePool();
  await Promise.all(['red', 'white'].map((wine) => pool.run(wine)));
  return pool.tasks;
};
