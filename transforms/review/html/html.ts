import type { Analysis } from '../../engine/contracts.js';
import { formatPage } from '../../page/format-page.js';
import { createPageData } from './page-data.js';

/** The review page. */
export function formatHtml(analysis: Analysis, isDryRun: boolean): string {
  return formatPage({
    title: 'Codemod review',
    folder: 'review/html/page',
    stylesheets: ['code-colours.css', 'files.css', 'lines.css'],
    data: createPageData(analysis, isDryRun),
  });
}
