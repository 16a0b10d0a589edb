import type { PageData } from './data.js';
import { ReviewPage } from './review-page.js';

const data = JSON.parse(document.getElementById('data')?.textContent ?? '') as PageData;
new ReviewPage(data).start();
