import { isWorkerThread } from 'piscina';

class Piscina<Task> {
  run(task: Task): Task {
    return task;
  }
}

const piscina = new Piscina<string>();

export const swim = (lanes: string[]) => (isWorkerThread ? [] : lanes.map((lane) => piscina.run(lane)));
