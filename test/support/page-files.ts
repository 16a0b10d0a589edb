/** Elements that run or style, comments, images, and characters that hide: where they stand in the text of a page. */
const NOTABLE = /<\/?(?:script|style|img)\b|<!--|[\u2028\u202E\u2066\u200B\r]/gi;

/** All that {@link listNotable} may find in a page: its style, its data, and its script. */
export const OWN_PARTS = ['<style', '</style', '<script', '</script', '<script', '</script'];

/** What in the text of a page runs or hides, in its order. */
export function listNotable(html: string): string[] {
  return html.match(NOTABLE) ?? [];
}
