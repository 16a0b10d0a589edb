import queue from 'async/queue.js';
import { cargo, priorityQueue } from 'async';
import * as all from 'async';

const wash = async (plate) => plate;
const sink = queue(wash, 1);
const rack = priorityQueue(function dry(plate, done) { done(null, plate); }, 2);
const truck = cargo((plates, done) => done(), 1);
const fleet = all.cargoQueue(async (plates) => {}, 2, 10);

sink.push('cup');
rack.push('bowl', 1);
truck.push(['jug', 'pan']);
fleet.pushAsync('pot');
export { sink, rack };
