import { readFileSync } from 'node:fs';
import { UsageError } from '../review/usage-error.js';
import { FAULTS_ATTRIBUTE } from './otlp.js';
import type { OtlpAttribute, OtlpValue } from './otlp.js';

/** What is compared of a span. */
export interface SavedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly faults: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

function toObjects(value: unknown): readonly Json[] {
  if (!Array.isArray(value)) return [];
  return value.filter((one): one is Json => typeof one === 'object' && one !== null);
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function toFaults(attributes: unknown): string[] {
  const own = toObjects(attributes).find(({ key }) => key === FAULTS_ATTRIBUTE) as OtlpAttribute | undefined;
  const { arrayValue } = (own?.value ?? {}) as Extract<OtlpValue, { arrayValue: unknown }>;
  return toObjects(arrayValue?.values).map(({ stringValue }) => toText(stringValue));
}

function toSpan(span: Json): SavedSpan {
  const parentSpanId = toText(span['parentSpanId']);
  return {
    traceId: toText(span['traceId']),
    spanId: toText(span['spanId']),
    ...(parentSpanId !== '' && { parentSpanId }),
    name: toText(span['name']),
    faults: toFaults(span['attributes']),
  };
}

/** Reads what `--save` has written. @throws UsageError where the file is none of that kind. */
export function readSavedRun(path: string): SavedSpan[] {
  let saved: unknown;
  try {
    saved = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${(error as Error).message}`, { cause: error });
  }
  const { resourceSpans } = (saved ?? {}) as Json;
  if (!Array.isArray(resourceSpans))
    throw new UsageError(`${path} has no spans in OTLP JSON; give a file that verify --save has written`);
  return toObjects(resourceSpans)
    .flatMap(({ scopeSpans }) => toObjects(scopeSpans))
    .flatMap(({ spans }) => toObjects(spans).map(toSpan));
}
