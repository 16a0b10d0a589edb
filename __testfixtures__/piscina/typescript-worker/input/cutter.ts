import { trace } from '@opentelemetry/api';

export interface Stone {
  carats: number;
}

enum Cut {
  Brilliant = 'brilliant',
}

export default async function cut({ carats }: Stone): Promise<string> {
  trace.getTracer('cutter').startSpan(Cut.Brilliant, { attributes: { carats } }).end();
  return `${Cut.Brilliant} of ${carats}`;
}
