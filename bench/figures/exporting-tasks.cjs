// The same tasks in a worker with an SDK as its documentation sets one up: a NodeSDK with an OTLP exporter.
const { OTLPTraceExporter } = require('@opentelemetry/exporter-trace-otlp-http');
const { NodeSDK } = require('@opentelemetry/sdk-node');

new NodeSDK({ traceExporter: new OTLPTraceExporter({ url: 'http://127.0.0.1:9/v1/traces' }) }).start();

module.exports = require('./tasks.cjs');
