import { isUtf8 } from 'node:buffer';

const MAX_SIZE_BYTES = 1024 * 1024;
const MAX_AVERAGE_LINE_BYTES = 500;
const HEAD_BYTES = 4096;
const GENERATED = /^\s*(?:\/\/|\/?\*+|#)[ \t]*@generated\b/m;

function isMinified(content: Buffer): boolean {
  if (content.length <= 2 * MAX_AVERAGE_LINE_BYTES) return false;
  const enough = Math.ceil(content.length / MAX_AVERAGE_LINE_BYTES);
  let lines = 1;
  for (let at = content.indexOf(10); at !== -1 && lines < enough; at = content.indexOf(10, at + 1))
    lines += 1;
  return lines < enough;
}

/** Tells why a file is to be left out, by its content; `undefined` lets it in. */
export function contentSkipReason(content: Buffer): string | undefined {
  if (content.length > MAX_SIZE_BYTES) return `is larger than 1 MiB (${content.length} bytes)`;
  if (GENERATED.test(content.toString('latin1', 0, HEAD_BYTES))) return 'is marked as @generated';
  // Any other encoding would not come back byte for byte.
  if (!isUtf8(content)) return 'is not valid UTF-8';
  if (isMinified(content)) return 'looks minified (lines of more than 500 characters on average)';
  return undefined;
}
