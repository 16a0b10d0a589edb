/** So many texts are kept with their quotes: names are few, unless ids are in them. */
const MOST_QUOTED = 1000;
const quoted = new Map<string, string>();

/** A text as JSON has it, which is looked up where it comes again. */
export function quote(text: string): string {
  const known = quoted.get(text);
  if (known !== undefined) return known;
  const own = JSON.stringify(text);
  if (quoted.size < MOST_QUOTED) quoted.set(text, own);
  return own;
}

function withoutWhatJsonLacks(): (key: string, value: unknown) => unknown {
  const seen = new Set<unknown>();
  return (_, value) => {
    if (typeof value === 'bigint') return value.toString();
    if (typeof value !== 'object' || value === null) return value;
    if (seen.has(value)) return null;
    seen.add(value);
    return value;
  };
}

/** A value as JSON. Big integers, which JSON lacks, are texts; what has no end has one; what cannot be told is `null`. */
export function toJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'null';
  } catch {
    try {
      return JSON.stringify(value, withoutWhatJsonLacks()) ?? 'null';
    } catch {
      return 'null';
    }
  }
}
