import async from 'async';
import { press } from './press.js';
import { bindQueue } from 'traced-pool/context';

interface Olive {
  readonly kilos: number;
}

const mill = bindQueue((bound) => async.queue<Olive, number>(bound((olive, callback) => {
  press(olive.kilos)
    .then((litres) => callback(null, litres))
    .catch(callback);
}), 2));

mill.drain(() => {});
mill.push({ kilos: 3 }, (error, litres) => {});
export const oil = mill.pushAsync<number>({ kilos: 4 });
mill.unshift([{ kilos: 1 }, { kilos: 2 }]);
