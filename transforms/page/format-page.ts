import { createScript, createStyle } from './assets.js';
import { toEmbeddedJson } from './embed.js';

const SHARED_STYLESHEETS = ['colours.css', 'layout.css', 'controls.css'].map(
  (name) => `page/browser/${name}`,
);

/** A page of this package's. */
export interface PageDescription {
  /** Until its script gives it another. */
  readonly title: string;
  /** The folder of its own script, `main.js` in it, and of its styles. */
  readonly folder: string;
  /** Behind those that all pages share. */
  readonly stylesheets: readonly string[];
  /** What its script reads; all that comes from the user's code belongs here. */
  readonly data: unknown;
}

/**
 * A page: one file that asks for no other. What it shows stands in it as JSON alone, and the page's script, the only one
 * that its content security policy lets run, makes text of it and never markup.
 */
export function formatPage({ title, folder, stylesheets, data }: PageDescription): string {
  const script = createScript(`${folder}/main.js`);
  const style = createStyle([...SHARED_STYLESHEETS, ...stylesheets.map((name) => `${folder}/${name}`)]);
  const policy = [
    "default-src 'none'",
    `script-src ${script.source}`,
    `style-src ${style.source}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${style.text}</style>
</head>
<body>
<noscript>This page needs JavaScript: it is one file that asks for nothing else, and no network.</noscript>
<script type="application/json" id="data">${toEmbeddedJson(data)}</script>
<script>${script.text}</script>
</body>
</html>
`;
}
