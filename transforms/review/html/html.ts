import type { Analysis } from '../../engine/contracts.js';
import { createScript, createStyle } from './assets.js';
import { toEmbeddedJson } from './embed.js';
import { createPageData } from './page-data.js';

/**
 * The review page: one file that asks for no other. What comes from the repository stands in it as JSON alone, and the
 * page's script, the only one that its content security policy lets run, makes text of it and never markup.
 */
export function formatHtml(analysis: Analysis, isDryRun: boolean): string {
  const [script, style] = [createScript(), createStyle()];
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
<title>Codemod review</title>
<style>${style.text}</style>
</head>
<body>
<noscript>This page needs JavaScript: it is one file that asks for nothing else, and no network.</noscript>
<script type="application/json" id="data">${toEmbeddedJson(createPageData(analysis, isDryRun))}</script>
<script>${script.text}</script>
</body>
</html>
`;
}
