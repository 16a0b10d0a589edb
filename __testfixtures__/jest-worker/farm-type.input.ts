import { Worker as JestWorker } from 'jest-worker';
import type { JestWorkerFarm } from 'jest-worker';

type Translator = {
  translate: (text: string, to: string) => Promise<string>;
};

export class Translations {
  #farm: JestWorkerFarm<Translator> | null = null;

  private get farm(): JestWorkerFarm<Translator> {
    this.#farm ??= new JestWorker('/srv/translate.js') as JestWorkerFarm<Translator>;
    return this.#farm;
  }

  translate(text: string) {
    return this.farm.translate(text, 'eo');
  }

  async stop() {
    await this.#farm?.end();
  }
}
