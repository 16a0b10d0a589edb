import type { PageData } from './data.js';
import { WaterfallPage } from './waterfall-page.js';

const data = JSON.parse(document.getElementById('data')?.textContent ?? '') as PageData;
new WaterfallPage(data).start();
