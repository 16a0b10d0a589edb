const { ThreadWorker, KillBehaviors } = require('poolifier');

const tasks = {
  execute: (data) => data,
  boil: async (egg) => tasks.execute(egg),
};

module.exports = new ThreadWorker(tasks, { killBehavior: KillBehaviors.HARD });
