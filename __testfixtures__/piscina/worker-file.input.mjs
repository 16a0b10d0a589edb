import { Piscina, isWorkerThread, move } from 'piscina';

const { scale } = Piscina.workerData ?? { scale: 1 };

export default (ingots) => move(new Float64Array(ingots.map((ingot) => ingot * (isWorkerThread ? scale : 1))));
