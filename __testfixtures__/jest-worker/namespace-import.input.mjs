import * as jestWorker from 'jest-worker';

const queue = new jestWorker.PriorityQueue((method) => (method === 'urgent' ? 0 : 1));
const couriers = new jestWorker.Worker('/srv/deliver.js', { taskQueue: queue });

export const deliver = (letter) => (letter.isUrgent ? couriers.urgent(letter) : couriers.ordinary(letter));
