// The same tasks in a worker that has a tracer provider of its own, whose spans nobody takes.
const { NodeTracerProvider } = require('@opentelemetry/sdk-trace-node');

new NodeTracerProvider().register();

module.exports = require('./tasks.cjs');
