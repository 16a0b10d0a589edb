import { Piscina } from 'piscina';
import { TracedThreadPoolExecutor } from 'traced-pool';
import { onTask } from './bus.js';

// Who else calls what is exported, or used as a value, nobody can tell.
export function brew(kettle: Piscina, tea: string) {
  return kettle.run(tea);
}

function steep(kettle: Piscina) {
  return kettle.run('oolong');
}

function pour(kettle: Piscina) {
  return kettle.run('assam');
}

const kettle = new TracedThreadPoolExecutor({ filename: 'kettle.js' });
void brew(kettle, 'sencha');
void steep(kettle);
onTask(steep);
void pour(kettle);
void pour({ run: async () => 'cold' } as unknown as Piscina);
