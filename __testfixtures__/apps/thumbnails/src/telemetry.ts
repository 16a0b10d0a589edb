import { IncomingMessage } from 'node:http';
import type { Span } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';

const provider = new NodeTracerProvider({
  resource: resourceFromAttributes({ 'service.name': 'thumbnails' }),
  // Honours OTEL_EXPORTER_OTLP_ENDPOINT.
  spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
});

/** Names a request's span after its route; Express leaves the route on the request. */
function nameAfterRoute(span: Span, request: object): void {
  if (!(request instanceof IncomingMessage) || !('route' in request)) return;
  const { path } = request.route as { path: string };
  span.setAttribute('http.route', path);
  span.updateName(`${request.method} ${path}`);
}

provider.register();
registerInstrumentations({
  instrumentations: [new HttpInstrumentation({ applyCustomAttributesOnSpan: nameAfterRoute })],
});

/** Exports what is left, then stops. */
export function shutdownTelemetry(): Promise<void> {
  return provider.shutdown();
}
