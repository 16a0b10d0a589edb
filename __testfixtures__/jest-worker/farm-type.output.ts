import { TracedThreadPoolExecutor } from 'traced-pool/jest-worker';
import type { JestWorkerFarm } from 'jest-worker';

type Translator = {
  translate: (text: string, to: string) => Promise<string>;
};

export class Translations {
  #farm: JestWorkerFarm<Translator> | null = null;

  private get farm(): JestWorkerFarm<Translator> {
    this.#farm ??= new TracedThreadPoolExecutor('/srv/translate.js') as unknown as JestWorkerFarm<Translator>;
    return this.#farm;
  }

  translate(text: string) {
    return this.farm.translate(text, 'eo');
  }

  async stop() {
    await this.#farm?.end();
  }
}
