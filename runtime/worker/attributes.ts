import { diag } from '@opentelemetry/api';
import type { Attributes, AttributeValue } from '@opentelemetry/api';

/** The limits of the OpenTelemetry specification (SDK, "Span Limits"), from the environment variables it names. */
export interface SpanLimits {
  readonly attributeCount: number;
  readonly attributeLength: number;
  readonly eventCount: number;
  readonly linkCount: number;
  readonly attributesPerEvent: number;
  readonly attributesPerLink: number;
}

function fromEnvironment(names: readonly string[], fallback: number): number {
  for (const name of names) {
    const value = Number(process.env[name]?.trim() || NaN);
    if (Number.isInteger(value) && value >= 0) return value;
  }
  return fallback;
}

export function readSpanLimits(): SpanLimits {
  return {
    attributeCount: fromEnvironment(['OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT', 'OTEL_ATTRIBUTE_COUNT_LIMIT'], 128),
    attributeLength: fromEnvironment(
      ['OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT', 'OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT'],
      Infinity,
    ),
    eventCount: fromEnvironment(['OTEL_SPAN_EVENT_COUNT_LIMIT'], 128),
    linkCount: fromEnvironment(['OTEL_SPAN_LINK_COUNT_LIMIT'], 128),
    attributesPerEvent: fromEnvironment(['OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT'], 128),
    attributesPerLink: fromEnvironment(['OTEL_LINK_ATTRIBUTE_COUNT_LIMIT'], 128),
  };
}

const PRIMITIVES: ReadonlySet<string> = new Set(['string', 'number', 'boolean']);

function isAttributeValue(value: unknown): value is AttributeValue {
  if (!Array.isArray(value)) return PRIMITIVES.has(typeof value);
  const types = new Set(value.filter((item) => item != null).map((item) => typeof item));
  return types.size === 0 || (types.size === 1 && PRIMITIVES.has([...types][0] as string));
}

/** A map of attributes that holds what the specification allows, and counts what it turned away. */
export class AttributeMap {
  readonly values: Attributes = {};
  droppedCount = 0;
  #count = 0;

  constructor(
    private readonly maxCount: number,
    private readonly maxLength: number,
  ) {}

  set(key: string, value: unknown): void {
    if (value == null) return;
    if (typeof key !== 'string' || key === '' || !isAttributeValue(value)) {
      diag.warn(`traced-pool: invalid attribute "${key}" is left out`);
      return;
    }
    if (!Object.hasOwn(this.values, key)) {
      if (this.#count >= this.maxCount) {
        this.droppedCount++;
        return;
      }
      this.#count++;
    }
    this.values[key] = this.#truncate(value);
  }

  setAll(attributes: Attributes | undefined): this {
    for (const key in attributes) {
      if (Object.hasOwn(attributes, key)) this.set(key, attributes[key]);
    }
    return this;
  }

  #truncate(value: AttributeValue): AttributeValue {
    const { maxLength } = this;
    if (typeof value === 'string') return value.length > maxLength ? value.slice(0, maxLength) : value;
    if (!Array.isArray(value)) return value;
    return value.map((item) =>
      typeof item === 'string' ? item.slice(0, maxLength) : item,
    ) as AttributeValue;
  }
}
