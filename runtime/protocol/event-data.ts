/** An event that brings a message: `onmessage`, `addEventListener`. */
export function isMessageEvent(value: unknown): value is Event & { readonly data: unknown } {
  return typeof Event === 'function' && value instanceof Event && 'data' in value;
}

/** The same event with other `data`, for one of its listeners. */
export function withData(event: Event, data: unknown): Event {
  return new Proxy(event, {
    get(target, key) {
      if (key === 'data') return data;
      // An event's own accessors and methods know their event only.
      const value = Reflect.get(target, key, target) as unknown;
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
    set: (target, key, value) => Reflect.set(target, key, value, target),
  });
}
