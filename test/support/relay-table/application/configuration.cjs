// What case this process runs: the main program's argument, which workers and their preloads find as environment data.
const { appendFileSync } = require('node:fs');
const { getEnvironmentData, isMainThread, setEnvironmentData } = require('node:worker_threads');

const KEY = 'relay-table.case';

if (isMainThread) setEnvironmentData(KEY, JSON.parse(process.argv[2]));

const configuration = getEnvironmentData(KEY);

/** Writes at once, and not through any thread's event loop, so that it is there however this thread ends. */
function record(...entries) {
  appendFileSync(configuration.outputFile, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
}

module.exports = { configuration, record };
