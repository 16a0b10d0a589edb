import queue from 'async/queue.js';
import { cargo, priorityQueue } from 'async';
import * as all from 'async';
import { bindQueue } from 'traced-pool/context';

const wash = async (plate) => plate;
const sink = bindQueue((bound) => queue(bound(wash), 1));
const rack = bindQueue((bound) => priorityQueue(bound(function dry(plate, done) { done(null, plate); }), 2));
const truck = bindQueue((bound) => cargo(bound((plates, done) => done()), 1));
const fleet = bindQueue((bound) => all.cargoQueue(bound(async (plates) => {}), 2, 10));

sink.push('cup');
rack.push('bowl', 1);
truck.push(['jug', 'pan']);
fleet.pushAsync('pot');
export { sink, rack };
