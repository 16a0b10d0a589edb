import tracedPool2 = require('traced-pool');

const tracedPool: tracedPool2.TracedThreadPoolExecutor = new tracedPool2.TracedThreadPoolExecutor({ filename: 'dryer.js' });

export const dry = (herb: string) => tracedPool.submit(herb);
