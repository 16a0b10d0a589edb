import { Piscina } from './swimming';

const piscina = new Piscina({ metres: 25 });

// The library 'piscina' is not meant here.
export const swim = (lanes: number[]) => Promise.all(lanes.map((lane) => piscina.run(lane)));
