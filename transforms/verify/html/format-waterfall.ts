import { formatPage } from '../../page/format-page.js';
import { createPageData } from './page-data.js';
import type { WaterfallSources } from './page-data.js';

/** The waterfall page: all traces of a run, and what is wrong in them. */
export function formatWaterfall(sources: WaterfallSources): string {
  return formatPage({
    title: 'Traces',
    folder: 'verify/html/page',
    stylesheets: ['page.css', 'trace.css', 'details.css'],
    data: createPageData(sources),
  });
}
