import type { Attributes, Exception } from '@opentelemetry/api';

/** The attributes of an event that tells of an exception; semantic conventions, `exception.*`. */
export function toExceptionAttributes(exception: Exception): Attributes {
  if (typeof exception === 'string') return { 'exception.message': exception };
  const { code, name, message, stack } = exception;
  return {
    'exception.type': code?.toString() ?? name,
    'exception.message': message,
    'exception.stacktrace': stack,
  };
}
