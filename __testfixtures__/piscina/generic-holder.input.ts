import type { Piscina } from 'piscina';

class Timer<Timed> {
  constructor(private readonly timed?: Timed) {}

  run(lap: number) {
    return [lap, this.timed];
  }
}

const timer = new Timer<Piscina>();
const timers: Timer<Piscina>[] = [timer];

export const lap = () => timer.run(1);
export const laps = () => timers.map((one) => one.run(2));
