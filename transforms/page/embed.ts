/** What ends a script or is not seen in an editor: it must not stand in the file as it is. */
const UNSAFE =
  /[<\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g;

/** JSON that may stand in a `script` element, whatever it has in it. */
export function toEmbeddedJson(data: unknown): string {
  return JSON.stringify(data).replace(
    UNSAFE,
    (character) => String.raw`\u` + character.charCodeAt(0).toString(16).padStart(4, '0'),
  );
}
