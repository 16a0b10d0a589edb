// Tries scenarios with an engine, and prints what they found: `node run.cjs ENGINE SCENARIO...`
const { clearInterval, setInterval } = require('node:timers');
const engines = require('./engines.cjs');
const scenarios = { ...require('./scenarios.cjs'), ...require('./crashes.cjs'), ...require('./lives.cjs') };

module.exports = async (name, scenarioNames) => {
  const engine = engines[name];
  const classes = await engine.load();
  const facts = {};
  // Some pools let the program end before they have.
  const timer = setInterval(() => {}, 1000);
  for (const scenario of scenarioNames) facts[scenario] = await scenarios[scenario](engine, classes);
  clearInterval(timer);
  process.stdout.write(JSON.stringify(facts));
};
