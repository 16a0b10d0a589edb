import type { Attributes, HrTime, Link } from '@opentelemetry/api';
import { toSpanContextData } from '../propagation/span-context-data.js';
import type { SpanEventData, SpanLinkData } from '../protocol/span-message.js';
import { AttributeMap } from './attributes.js';
import type { SpanLimits } from './attributes.js';

/** An event of a span as plain data, within the limits. */
export function toEventData(
  name: string,
  time: HrTime,
  given: Attributes | undefined,
  { attributesPerEvent, attributeLength }: SpanLimits,
): SpanEventData {
  const { values, droppedCount } = new AttributeMap(attributesPerEvent, attributeLength).setAll(given);
  return { name, time, attributes: values, droppedAttributesCount: droppedCount };
}

/** A link of a span as plain data, within the limits. */
export function toLinkData(link: Link, { attributesPerLink, attributeLength }: SpanLimits): SpanLinkData {
  const { values, droppedCount } = new AttributeMap(attributesPerLink, attributeLength).setAll(
    link.attributes,
  );
  return {
    context: toSpanContextData(link.context),
    attributes: Object.keys(values).length > 0 ? values : undefined,
    droppedAttributesCount: droppedCount || undefined,
  };
}
